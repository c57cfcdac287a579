package dev.assay.local.process;

/** The order of stopping: whoever uses another goes first. */
public enum Stage {
  SERVICE,
  PLATFORM,
  STORAGE,
  MONITOR
}
