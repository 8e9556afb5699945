// undici types only its index, and loading the index may replace the process-wide dispatcher; this types the one file we load.
declare module 'undici/lib/dispatcher/agent.js' {
  import { Agent } from 'undici';
  export = Agent;
}
