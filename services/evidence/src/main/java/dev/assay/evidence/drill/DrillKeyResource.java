package dev.assay.evidence.drill;

import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The key that checks results of drills. */
@Path("/v1/evidence-drill-key")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Retrieval drills")
public class DrillKeyResource {

  private final DrillKey key;

  DrillKeyResource(DrillKey key) {
    this.key = key;
  }

  /** A public key. */
  @Schema(name = "EvidenceDrillKey")
  public record PublicKey(
      @Schema(
              required = true,
              description = "SHA-256 of the public key's SubjectPublicKeyInfo in DER.")
          String keyId,
      @Schema(required = true, examples = "Ed25519") String algorithm,
      @Schema(required = true, description = "PEM, as openssl pkeyutl -pubin reads it.")
          String publicKey) {

    static final String EXAMPLE =
        """
        {"keyId":"2c624232cc221771294dfbb310aca000a0df6ac8b66b696d90ef06fdefb64a34","algorithm":"Ed25519","publicKey":"-----BEGIN PUBLIC KEY-----\\nMCowBQYDK2VwAyEA\\n-----END PUBLIC KEY-----\\n"}
        """;
  }

  @GET
  @Requires(Permission.SIGNED_IN)
  @Operation(
      operationId = "readEvidenceDrillKey",
      summary = "The public key of the results that are signed now")
  @APIResponse(
      responseCode = "200",
      description = "The key",
      content =
          @Content(schema = @Schema(implementation = PublicKey.class), example = PublicKey.EXAMPLE))
  public PublicKey readEvidenceDrillKey() {
    return new PublicKey(key.keyId(), "Ed25519", key.publicKey());
  }
}
