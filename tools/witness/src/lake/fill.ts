import type { DuckDBConnection } from '@duckdb/node-api';
import { arrivalOf } from '../channel/channel';
import { AGENTS } from './lines-sql';
import { deviceOfAgent, isBotAgent } from './user-agents';

/** Fills `agents`, from lists that are no SQL. */
export async function fillAgents(connection: DuckDBConnection): Promise<void> {
  const agents = await readTexts(connection, AGENTS);
  const appender = await connection.createAppender('agents');
  for (const [agent = ''] of agents) {
    appender.appendVarchar(agent);
    appender.appendBoolean(isBotAgent(agent));
    appender.appendVarchar(deviceOfAgent(agent));
    appender.endRow();
  }
  appender.closeSync();
}

/** Fills `arrivals`: the channel and the campaign of each session that a page began. */
export async function fillArrivals(connection: DuckDBConnection): Promise<void> {
  const landings = await readTexts(connection, 'SELECT session, page_url, referrer FROM landings');
  const appender = await connection.createAppender('arrivals');
  for (const [session = '', address = '', referrer = ''] of landings) {
    const { channel, campaign } = arrivalOf(address, referrer);
    for (const text of [session, channel, campaign.source, campaign.medium, campaign.name]) {
      if (text === undefined) appender.appendNull();
      else appender.appendVarchar(text);
    }
    appender.endRow();
  }
  appender.closeSync();
}

async function readTexts(connection: DuckDBConnection, sql: string): Promise<string[][]> {
  return (await connection.runAndReadAll(sql)).getRowsJson() as string[][];
}
