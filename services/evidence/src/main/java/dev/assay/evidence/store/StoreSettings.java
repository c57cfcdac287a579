package dev.assay.evidence.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where the object store is, and how long it may take to answer. */
@ConfigMapping(prefix = "assay.store")
public interface StoreSettings {

  URI endpoint();

  String region();

  Evidence evidence();

  /** A store that does not accept a connection in this time is down. */
  @WithDefault("PT0.5S")
  Duration connectTimeout();

  /** The longest silence in the middle of an answer. */
  @WithDefault("PT1.5S")
  Duration readTimeout();

  /**
   * The longest that one call may take in all, a part of a file included: callers are promised a
   * 503 within two seconds of a store that hangs.
   */
  @WithDefault("PT1.7S")
  Duration callTimeout();

  /** How long an answer to "are you there?" may take, asked before a small upload leaves a row. */
  @WithDefault("PT0.8S")
  Duration probeTimeout();

  /** The evidence bucket and the upload user's keys. */
  interface Evidence {

    String bucket();

    String accessKey();

    String secretKey();

    /** The short lock that an object is born with; sealing extends it to what the rule asks. */
    @WithDefault("P30D")
    Duration firstLock();
  }
}
