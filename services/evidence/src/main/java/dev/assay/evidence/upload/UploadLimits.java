package dev.assay.evidence.upload;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much may be on its way, and for how long. */
@ConfigMapping(prefix = "assay.evidence")
interface UploadLimits {

  /**
   * Memory for all bodies on their way, in bytes: what keeps a 1 GiB upload inside a small heap.
   */
  @WithDefault("100663296")
  long bodyMemoryBytes();

  /** How long an upload waits for its first memory before it is told to come back. */
  @WithDefault("PT1.5S")
  Duration memoryPatience();

  /** The most parts of one file that are on their way to the store at once. */
  @WithDefault("3")
  int partsInFlight();

  /** A large upload that has not been heard of for this long is settled by a worker. */
  @WithDefault("PT45S")
  Duration silence();

  /**
   * When a worker settles an upload whose object was announced to the store and never confirmed.
   */
  @WithDefault("PT10S")
  Duration settleAfter();

  /** How long an upload in parts waits for its next part before it is thrown away. */
  @WithDefault("P1D")
  Duration resumableLife();

  /** How long a part that came before its turn waits for those before it. */
  @WithDefault("PT10S")
  Duration turnPatience();

  /** How many parts may be on their way before their turn. */
  @WithDefault("4")
  int partsAhead();

  /** When a worker looks again for an object whose upload was given up. */
  @WithDefault("PT5M")
  Duration recheckAfter();
}
