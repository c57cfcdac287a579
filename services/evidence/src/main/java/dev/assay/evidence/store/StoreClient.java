package dev.assay.evidence.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;

/** The S3 client, with the settings that the local store needs and every other store takes. */
@ApplicationScoped
class StoreClient {

  private static final int MOST_CONNECTIONS = 64;

  /** Shorter than stores keep an idle connection: a stale one would fail the next upload. */
  private static final Duration IDLE = Duration.ofSeconds(10);

  @Produces
  @Singleton
  S3Client client(StoreSettings settings) {
    return S3Client.builder()
        .endpointOverride(settings.endpoint())
        .region(Region.of(settings.region()))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(
                    settings.evidence().accessKey(), settings.evidence().secretKey())))
        .forcePathStyle(true)
        .putAuthScheme(new SignedHeaders())
        // The default CRC32 trailers are refused by RGW; each request carries its MD5 instead.
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
        .httpClientBuilder(
            Apache5HttpClient.builder()
                .maxConnections(MOST_CONNECTIONS)
                .connectionTimeout(settings.connectTimeout())
                .connectionAcquisitionTimeout(settings.probeTimeout())
                .connectionMaxIdleTime(IDLE)
                .socketTimeout(settings.readTimeout())
                .expectContinueEnabled(false))
        .overrideConfiguration(
            o ->
                // A repeated PUT would be a second locked version; callers and workers repeat.
                o.retryStrategy(DefaultRetryStrategy.doNotRetry())
                    .apiCallTimeout(settings.callTimeout()))
        .build();
  }

  void close(@Disposes S3Client client) {
    client.close();
  }
}
