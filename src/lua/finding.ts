// What a check finds: one defect at one place, ready to be shown by an editor or a pipeline.

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** 0-based; columns count UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface TextRange {
  readonly start: Position;
  readonly end: Position;
}

export type PluginFile = 'handler' | 'schema';

export interface TextEdit {
  readonly range: TextRange;
  readonly text: string;
}

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: TextRange;
  readonly tags?: readonly FindingTag[];
  readonly related?: readonly RelatedPlace[];
  readonly fix?: FindingFix;
}

export interface FindingFix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** Right whatever was meant, so that it may be made without a question. */
  readonly isCertain: boolean;
}

export type FindingTag = 'unnecessary' | 'deprecated';

export interface RelatedPlace {
  readonly file: PluginFile;
  readonly range: TextRange;
  readonly message: string;
}
