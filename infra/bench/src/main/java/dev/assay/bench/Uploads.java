package dev.assay.bench;

import dev.assay.local.objectstore.StoreAccess;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;

/**
 * An upload answered at UPLOADED against the plain SDK's PUT of the same bytes to the same bucket
 * under the same lock, turn by turn.
 */
final class Uploads {
  private static final int MIB = 1 << 20;
  private static final Duration LOCK = Duration.ofDays(30);

  private final Scene scene;

  /** Seconds of an upload, of the plain PUT, and from the upload's answer to SEALED. */
  private record Round(double api, double raw, double sealed) {}

  Uploads(Scene scene) {
    this.scene = scene;
  }

  List<Finding> run() throws IOException, InterruptedException {
    var findings = new ArrayList<Finding>();
    findings.addAll(measure(1, 0.5, 5, 40, Duration.ofSeconds(75)));
    findings.addAll(measure(64, 0.6, 1, 10, Duration.ofSeconds(100)));
    return findings;
  }

  private List<Finding> measure(int mib, double target, int warmUp, int rounds, Duration limit)
      throws IOException, InterruptedException {
    var random = new SplittableRandom(mib);
    byte[] content = new byte[mib * MIB];
    var api = new ArrayList<Double>();
    var raw = new ArrayList<Double>();
    var sealed = new ArrayList<Double>();
    int turnedAway = 0;
    UUID item = scene.newEvidence();
    String token = scene.token();
    long until = System.nanoTime() + limit.toNanos();
    try (var s3 = client(scene.stack().store())) {
      for (int round = 0;
          round < warmUp + rounds && (round < warmUp + 5 || System.nanoTime() < until);
          round++) {
        random.nextBytes(content);
        Round measured;
        try {
          measured = round(s3, item, content, token, round % 2 == 0);
        } catch (Scene.TurnedAway busy) {
          turnedAway++;
          continue;
        }
        if (round >= warmUp) {
          api.add(measured.api());
          raw.add(measured.raw());
          sealed.add(measured.sealed());
        }
        if (round % 8 == 7) {
          item = scene.newEvidence();
          token = scene.token();
        }
      }
    }
    Sample apiTimes = new Sample(api);
    Sample rawTimes = new Sample(raw);
    double ratio = rawTimes.p50() / apiTimes.p50();
    return List.of(
        new Finding(
            "Upload of %d MiB, answered at UPLOADED, against the SDK's PUT".formatted(mib),
            "≥ %.1f of its throughput".formatted(target),
            "%.2f".formatted(ratio),
            "%d rounds, %d more answered 503; API %s s; PUT %s s; ratio round by round %s; API %.0f MiB/s"
                .formatted(
                    api.size(),
                    turnedAway,
                    apiTimes.text("%.3f"),
                    rawTimes.text("%.3f"),
                    rawTimes.dividedBy(apiTimes).text("%.2f"),
                    mib / apiTimes.p50()),
            Finding.Verdict.of(ratio >= target)),
        new Finding(
            "From that answer to SEALED, %d MiB".formatted(mib),
            "≤ 5 s",
            "%.2f s at p95".formatted(new Sample(sealed).p95()),
            new Sample(sealed).text("%.2f") + " s",
            Finding.Verdict.of(new Sample(sealed).p95() <= 5)));
  }

  /** Who goes first changes, so that neither always finds the store as the other left it. */
  private Round round(S3Client s3, UUID item, byte[] content, String token, boolean apiFirst)
      throws IOException, InterruptedException {
    double raw = apiFirst ? 0 : put(s3, content);
    long began = System.nanoTime();
    var file = scene.upload(item, BodyPublishers.ofByteArray(content), token);
    double api = (file.answeredAt() - began) / 1e9;
    double sealed = scene.awaitSealed(item, file, token);
    return new Round(api, apiFirst ? put(s3, content) : raw, sealed);
  }

  private double put(S3Client s3, byte[] content) {
    long began = System.nanoTime();
    // A PUT under a lock must carry a digest of its body (S3, Object Lock).
    String md5 = md5(content);
    s3.putObject(
        r ->
            r.bucket(scene.stack().store().evidenceBucket())
                .key("bench/" + UUID.randomUUID())
                .contentMD5(md5)
                .objectLockMode(ObjectLockMode.COMPLIANCE)
                .objectLockRetainUntilDate(Instant.now().plus(LOCK)),
        RequestBody.fromBytes(content));
    return (System.nanoTime() - began) / 1e9;
  }

  private static S3Client client(StoreAccess access) {
    return S3Client.builder()
        .endpointOverride(access.endpoint())
        .region(Region.of(access.region()))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(access.upload().access(), access.upload().secret())))
        .forcePathStyle(true)
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
        .httpClientBuilder(
            Apache5HttpClient.builder()
                .socketTimeout(Duration.ofMinutes(2))
                .expectContinueEnabled(false))
        .build();
  }

  private static String md5(byte[] content) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("MD5").digest(content));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has MD5", missing);
    }
  }
}
