package dev.assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.local.demo.MainJob;
import dev.assay.local.objectstore.S3;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The store's own root key cannot remove, replace or free what is sealed. */
@Order(2)
@ExtendWith(RealStack.class)
class EvidenceUnderLockE2ET {

  private final RealStack real;
  private final MainJob.SealedFile file;
  private String bucket;
  private String key;
  private String version;
  private S3Client root;

  EvidenceUnderLockE2ET(RealStack real) {
    this.real = real;
    this.file = real.made().files().getFirst();
  }

  @BeforeEach
  void findTheObject() throws SQLException {
    root = S3.client(real.stack().store(), real.stack().store().root());
    try (var connection = real.stack().postgres().superuser("evidence");
        var find =
            connection.prepareStatement(
                "select bucket, object_key, version_id from evidence_file_current where id = ?")) {
      find.setObject(1, file.fileId());
      try (var row = find.executeQuery()) {
        assertThat(row.next()).isTrue();
        bucket = row.getString(1);
        key = row.getString(2);
        version = row.getString(3);
      }
    }
  }

  @Test
  void refusesToDeleteTheVersion() {
    assertThatThrownBy(
            () ->
                root.deleteObject(
                    request ->
                        request
                            .bucket(bucket)
                            .key(key)
                            .versionId(version)
                            .bypassGovernanceRetention(true)))
        .isInstanceOfSatisfying(
            S3Exception.class, thrown -> assertThat(thrown.statusCode()).isEqualTo(403));
    assertThat(downloaded()).isEqualTo(file.sha256());
  }

  @Test
  void refusesToShortenTheRetention() {
    assertThatThrownBy(
            () ->
                root.putObjectRetention(
                    request ->
                        request
                            .bucket(bucket)
                            .key(key)
                            .versionId(version)
                            .retention(
                                retention ->
                                    retention
                                        .mode(ObjectLockRetentionMode.COMPLIANCE)
                                        .retainUntilDate(Instant.now().plusSeconds(60)))))
        .isInstanceOfSatisfying(
            S3Exception.class, thrown -> assertThat(thrown.statusCode()).isEqualTo(403));
  }

  @Test
  void keepsTheSealedVersionWhenSomebodyWritesOverTheKey() {
    root.putObject(
        request -> request.bucket(bucket).key(key), RequestBody.fromString("something else"));

    assertThat(downloaded()).isEqualTo(file.sha256());
  }

  @Test
  void anAuditorGetsTheSameBytesWithTheirDigest() throws IOException, InterruptedException {
    HttpResponse<byte[]> response = download("auditor");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(sha256(response.body())).isEqualTo(file.sha256());
    assertThat(response.headers().firstValue("Repr-Digest"))
        .contains(
            "sha-256=:"
                + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(file.sha256()))
                + ":");
  }

  private String downloaded() {
    try {
      return sha256(download("technician").body());
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private HttpResponse<byte[]> download(String user) throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(
                  real.address("evidence")
                      .resolve(
                          "/v1/clients/%s/evidence/%s/files/%s/content"
                              .formatted(real.made().clientId(), file.evidenceId(), file.fileId())))
              .header("Authorization", "Bearer " + real.token(user))
              .build(),
          HttpResponse.BodyHandlers.ofByteArray());
    }
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
