package dev.assay.evidence.store;

import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.scheme.AwsV4AuthScheme;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.AsyncSignRequest;
import software.amazon.awssdk.http.auth.spi.signer.AsyncSignedRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.IdentityProviders;

/**
 * Signs headers and not bodies on plain HTTP too, as the SDK does over TLS: a local store is then
 * used as a real one is. Bodies are bound by the signed Content-MD5; hashing each of them once more
 * for its signature took a fifth of the upload.
 */
final class SignedHeaders implements AwsV4AuthScheme {

  private static final AwsV4AuthScheme STANDARD = AwsV4AuthScheme.create();

  @Override
  public String schemeId() {
    return SCHEME_ID;
  }

  @Override
  public IdentityProvider<AwsCredentialsIdentity> identityProvider(IdentityProviders providers) {
    return STANDARD.identityProvider(providers);
  }

  @Override
  public AwsV4HttpSigner signer() {
    return new Signer(STANDARD.signer());
  }

  private record Signer(AwsV4HttpSigner standard) implements AwsV4HttpSigner {

    @Override
    public SignedRequest sign(SignRequest<? extends AwsCredentialsIdentity> asked) {
      SdkHttpRequest plain = asked.request();
      SignedRequest signed = standard.sign(asSecure(asked));
      return signed.toBuilder()
          .request(signed.request().toBuilder().protocol(plain.protocol()).build())
          .build();
    }

    private static <T extends AwsCredentialsIdentity> SignRequest<T> asSecure(
        SignRequest<T> asked) {
      return asked.toBuilder()
          .request(asked.request().toBuilder().protocol("https").build())
          .putProperty(AwsV4FamilyHttpSigner.PAYLOAD_SIGNING_ENABLED, false)
          .putProperty(AwsV4FamilyHttpSigner.CHUNK_ENCODING_ENABLED, false)
          .build();
    }

    @Override
    public CompletableFuture<AsyncSignedRequest> signAsync(
        AsyncSignRequest<? extends AwsCredentialsIdentity> asked) {
      return standard.signAsync(asked);
    }
  }
}
