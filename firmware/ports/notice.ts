/** What a part has to say, for the console and for tools. */

export type NoticeLevel = 'error' | 'warn' | 'info' | 'debug';

/** Something a person or a tool may want to know. */
export interface Notice {
  readonly level: NoticeLevel;
  /** For tools: 'state', 'job', 'share', 'result', 'block', 'search'. */
  readonly event: string;
  /** For people, one line, no secrets. */
  readonly text: string;
  readonly fields: Readonly<Record<string, string | number | boolean>>;
}

/** Says it. */
export type Tell = (level: NoticeLevel, event: string, text: string, fields?: Notice['fields']) => void;
