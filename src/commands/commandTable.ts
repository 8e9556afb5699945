// Every command and what runs it.
import type { CommandTable } from '../host/registerCommands';
import { setAccess } from './configuration/setAccess';
import { tearDown } from './configuration/tearDown';
import { upgradeConfiguration } from './configuration/upgradeConfiguration';
import { signIn } from './connection/signIn';
import { signOut } from './connection/signOut';
import { startDemo } from './connection/startDemo';
import { switchConnection } from './connection/switchConnection';
import { toggleReadOnly } from './connection/toggleReadOnly';
import { createControlPlane } from './controlPlane/createControlPlane';
import { deleteControlPlane } from './controlPlane/deleteControlPlane';
import { editControlPlane } from './controlPlane/editControlPlane';
import { checkAllDns } from './customDomain/checkAllDns';
import { checkDns } from './customDomain/checkDns';
import { chooseDnsServers } from './customDomain/chooseDnsServers';
import { createCustomDomain } from './customDomain/createCustomDomain';
import { deleteCustomDomain } from './customDomain/deleteCustomDomain';
import { addGroup } from './dataPlaneGroup/addGroup';
import { editGroupEnvironment } from './dataPlaneGroup/editGroupEnvironment';
import { removeGroup } from './dataPlaneGroup/removeGroup';
import { scaleGroup } from './dataPlaneGroup/scaleGroup';
import { clearFilter } from './explorer/clearFilter';
import { filterExplorer } from './explorer/filterExplorer';
import { loadMore } from './explorer/loadMore';
import { refreshExplorer } from './explorer/refreshExplorer';
import { provisionGatewayCommand } from './gateway/provisionGateway';
import { addInstance } from './instance/addInstance';
import { editInstance } from './instance/editInstance';
import { removeInstance } from './instance/removeInstance';
import { revealSecrets } from './instance/revealSecrets';
import { toggleInstance } from './instance/toggleInstance';
import { createNetwork } from './network/createNetwork';
import { deleteNetwork } from './network/deleteNetwork';
import { renameNetwork } from './network/renameNetwork';
import { showPrivateDnsSteps, showTransitGatewaySteps } from './network/showSteps';
import { openPanel } from './panel/openPanel';
import { addDefinitions } from './plugin/addDefinitions';
import { checkPlugins } from './plugin/checkPlugins';
import { comparePlugin } from './plugin/comparePlugin';
import { deletePluginCommand } from './plugin/deletePlugin';
import { downloadPlugin } from './plugin/downloadPlugin';
import { moveInstancesCommand } from './plugin/moveInstances';
import { newPlugin } from './plugin/newPlugin';
import { showPluginState } from './plugin/showPluginState';
import { undoUpload } from './plugin/undoUpload';
import { uploadPluginCommand } from './plugin/uploadPlugin';
import { createPrivateDns } from './privateDns/createPrivateDns';
import { deletePrivateDns } from './privateDns/deletePrivateDns';
import { editPrivateDns } from './privateDns/editPrivateDns';
import { copyAsCurl } from './resource/copyAsCurl';
import { copyAsTerraform } from './resource/copyAsTerraform';
import { copyId } from './resource/copyId';
import { copyName } from './resource/copyName';
import { openInKonnect } from './resource/openInKonnect';
import { openJson } from './resource/openJson';
import { injectSecret } from './service/injectSecret';
import type { Services } from './services';
import { createTransitGateway } from './transitGateway/createTransitGateway';
import { deleteTransitGateway } from './transitGateway/deleteTransitGateway';
import { editTransitGateway } from './transitGateway/editTransitGateway';
import { checkTrustPolicy } from './trustPolicy/checkTrustPolicy';

/** Out of the same bundle. */
export { takeUp } from './openWork/takeUp';

export function commandTable(services: Services): CommandTable {
  return {
    'kongCloudGateways.connection.signIn': () => signIn(services),
    'kongCloudGateways.connection.signOut': () => signOut(services),
    'kongCloudGateways.connection.switch': () => switchConnection(services),
    'kongCloudGateways.connection.startDemo': () => startDemo(services),
    'kongCloudGateways.connection.toggleReadOnly': () => toggleReadOnly(services),
    'kongCloudGateways.explorer.refresh': (target) => refreshExplorer(services, target),
    'kongCloudGateways.explorer.filter': () => filterExplorer(services),
    'kongCloudGateways.explorer.clearFilter': () => clearFilter(services),
    'kongCloudGateways.explorer.loadMore': (target) => loadMore(services, target),
    'kongCloudGateways.resource.copyId': (target) => copyId(services, target),
    'kongCloudGateways.resource.copyName': (target) => copyName(services, target),
    'kongCloudGateways.resource.openJson': (target) => openJson(services, target),
    'kongCloudGateways.resource.copyAsCurl': (target) => copyAsCurl(services, target),
    'kongCloudGateways.resource.copyAsTerraform': (target) => copyAsTerraform(services, target),
    'kongCloudGateways.resource.openInKonnect': (target) => openInKonnect(services, target),
    'kongCloudGateways.controlPlane.create': (target) => createControlPlane(services, target),
    'kongCloudGateways.gateway.provision': (target) => provisionGatewayCommand(services, target),
    'kongCloudGateways.dataPlaneGroup.add': (target) => addGroup(services, target),
    'kongCloudGateways.dataPlaneGroup.scale': (target) => scaleGroup(services, target),
    'kongCloudGateways.dataPlaneGroup.editEnvironment': (target) =>
      editGroupEnvironment(services, target),
    'kongCloudGateways.dataPlaneGroup.remove': (target) => removeGroup(services, target),
    'kongCloudGateways.configuration.upgrade': (target) => upgradeConfiguration(services, target),
    'kongCloudGateways.configuration.setAccess': (target) => setAccess(services, target),
    'kongCloudGateways.configuration.tearDown': (target) => tearDown(services, target),
    'kongCloudGateways.customDomain.create': (target) => createCustomDomain(services, target),
    'kongCloudGateways.customDomain.checkDns': (target) => checkDns(services, target),
    'kongCloudGateways.customDomain.checkAllDns': () => checkAllDns(services),
    'kongCloudGateways.customDomain.chooseDnsServers': () => chooseDnsServers(services),
    'kongCloudGateways.plugin.addDefinitions': () => addDefinitions(services),
    'kongCloudGateways.plugin.check': (target) => checkPlugins(services, target),
    'kongCloudGateways.trustPolicy.check': (target) => checkTrustPolicy(services, target),
    'kongCloudGateways.plugin.upload': (target, wish) =>
      uploadPluginCommand(services, target, wish),
    'kongCloudGateways.plugin.uploadAsCurl': (target) =>
      uploadPluginCommand(services, target, { asCurl: true }),
    'kongCloudGateways.plugin.compare': (target) => comparePlugin(services, target),
    'kongCloudGateways.plugin.download': (target) => downloadPlugin(services, target),
    'kongCloudGateways.plugin.undoUpload': (target) => undoUpload(services, target),
    'kongCloudGateways.plugin.toggleInstance': (target) => toggleInstance(services, target),
    'kongCloudGateways.plugin.addInstance': (target) => addInstance(services, target),
    'kongCloudGateways.plugin.editInstance': (target) => editInstance(services, target),
    'kongCloudGateways.plugin.revealSecrets': (target) => revealSecrets(services, target),
    'kongCloudGateways.plugin.removeInstance': (target) => removeInstance(services, target),
    'kongCloudGateways.plugin.delete': (target) => deletePluginCommand(services, target),
    'kongCloudGateways.plugin.new': (target) => newPlugin(services, target),
    'kongCloudGateways.plugin.showState': (target) => showPluginState(services, target),
    'kongCloudGateways.controlPlane.delete': (target) => deleteControlPlane(services, target),
    'kongCloudGateways.customDomain.delete': (target) => deleteCustomDomain(services, target),
    'kongCloudGateways.network.rename': (target) => renameNetwork(services, target),
    'kongCloudGateways.network.delete': (target) => deleteNetwork(services, target),
    'kongCloudGateways.transitGateway.delete': (target) => deleteTransitGateway(services, target),
    'kongCloudGateways.privateDns.delete': (target) => deletePrivateDns(services, target),
    'kongCloudGateways.plugin.moveInstances': (target) => moveInstancesCommand(services, target),
    'kongCloudGateways.network.create': () => createNetwork(services),
    'kongCloudGateways.transitGateway.create': (target) => createTransitGateway(services, target),
    'kongCloudGateways.transitGateway.edit': (target) => editTransitGateway(services, target),
    'kongCloudGateways.privateDns.create': (target) => createPrivateDns(services, target),
    'kongCloudGateways.privateDns.edit': (target) => editPrivateDns(services, target),
    'kongCloudGateways.controlPlane.edit': (target) => editControlPlane(services, target),
    'kongCloudGateways.service.injectSecret': (target) => injectSecret(services, target),
    'kongCloudGateways.transitGateway.nextSteps': (target) =>
      showTransitGatewaySteps(services, target),
    'kongCloudGateways.privateDns.nextSteps': (target) => showPrivateDnsSteps(services, target),
    'kongCloudGateways.panel.open': (target) => openPanel(services, target),
    'kongCloudGateways.log.show': async () => services.log.show(),
  };
}
