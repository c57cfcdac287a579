package dev.assay.evidence.drill;

/** What a drill can say of a file's time stamp. */
enum TimeStampCheck {
  /** The vault holds no time stamp of the file, so none was checked. */
  NONE_HELD
}
