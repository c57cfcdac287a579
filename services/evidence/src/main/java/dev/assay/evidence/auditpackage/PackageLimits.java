package dev.assay.evidence.auditpackage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How large packages may be, and when they are built. */
@ConfigMapping(prefix = "assay.evidence.packages")
interface PackageLimits {

  /**
   * The most bytes of files that one package may hold; 10,000 parts of 8 MiB hold a little more.
   */
  @WithDefault("68719476736")
  long mostBytes();

  /** The most files that one package may hold: the directory of a ZIP is made in memory. */
  @WithDefault("100000")
  int mostFiles();

  /** The most bytes that all packages of one client may take; they cannot be deleted either. */
  @WithDefault("1099511627776")
  long clientQuotaBytes();

  /** Memory for one file of a package; larger ones are read twice. */
  @WithDefault("8388608")
  int fileMemoryBytes();

  /**
   * How long after the moment that it tells of a package is built. What was written before that
   * moment and is not committed yet must be, or a second package of the same moment would differ.
   */
  @WithDefault("PT10S")
  Duration settle();
}
