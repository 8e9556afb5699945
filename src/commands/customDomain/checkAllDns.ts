// Check the DNS of all custom domains of the organisation, to find those on names that Kong switched off.
import { l10n } from 'vscode';
import { nodeLookup } from '../../dns/doctor/nodeLookup';
import { surveyDomains } from '../../dns/doctor/survey';
import { domainSurveyText } from '../../export/dns/domainSurvey';
import { UserError } from '../../host/userError';
import type { Services } from '../services';
import { domainsToSurvey } from './domainsToSurvey';

type Needs = Pick<Services, 'client' | 'connections' | 'dnsServers' | 'reports' | 'tell'>;

export async function checkAllDns(needs: Needs): Promise<void> {
  const { client, connections, dnsServers, reports, tell } = needs;
  const konnect = await client.get();
  const servers = dnsServers.named;
  const name = l10n.t('DNS of custom domains');
  const { surveyed, gaps } = await tell.progress(
    l10n.t('Checking the DNS of all custom domains'),
    async (signal, report) => {
      const { domains, gaps } = await domainsToSurvey(konnect, signal);
      if (domains.length === 0) throw new UserError(l10n.t('There is no custom domain yet.'));
      const onProgress = (done: number) => report(l10n.t('{0} of {1}', done, domains.length));
      const run = { lookup: nodeLookup({ servers }), signal, onProgress };
      return { surveyed: await surveyDomains(domains, run), gaps };
    },
  );
  const organization = (await connections.active())?.organization.name ?? '';
  const facts = { organization, at: new Date().toLocaleString(), servers, gaps };
  await reports.show(name, domainSurveyText(surveyed, facts, l10n.t));
}
