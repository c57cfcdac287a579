package dev.assay.evidence.drill;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A drill as the API shows it. */
@Schema(name = "EvidenceDrill")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DrillResponse(
    @Schema(required = true) UUID id,
    @Schema(required = true) DrillState state,
    @Schema(
            required = true,
            description = "Whether a schedule wanted it ended by now, and it had not.")
        boolean overdue,
    @Schema(required = true, description = "Subject of whoever, or of what, asked for it.")
        String askedBy,
    @Schema(required = true) Instant askedAt,
    @Schema(description = "The day of the schedule that it is of; only of scheduled ones.")
        @Nullable LocalDate beginsOn,
    @Schema(description = "When it must have ended; only of scheduled ones.")
        @Nullable Instant dueAt,
    @Schema(required = true) Sample sample,
    @Schema(required = true, description = "Files fetched so far.") int checked,
    @Schema(required = true, description = "Of those, files that are not as the vault says.")
        int differing,
    @Schema(description = "Once it has ended.") @Nullable DrillResult result) {

  /** What the sample follows from. */
  @Schema(name = "EvidenceDrillSample")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Sample(
      @Schema(
              required = true,
              description =
                  "assay-drill-sample-1: the files whose SHA-256 over the seed's 32 bytes and the"
                      + " id's 36 characters is smallest, the smallest first.")
          String algorithm,
      @Schema(required = true, pattern = "^[0-9a-f]{64}$") String seed,
      @Schema(required = true, description = "How many files to draw at most.") int size,
      @Schema(required = true, description = "Files that were SEALED then are drawn from.")
          Instant asOf,
      @Nullable String controlId,
      @Nullable LocalDate periodFrom,
      @Nullable LocalDate periodTo,
      @Schema(description = "How many files there were to draw from; once it is drawn.")
          @Nullable Integer population,
      @Schema(
              pattern = "^[0-9a-f]{64}$",
              description =
                  "SHA-256 over the ids of all of these, ascending, a line feed after each.")
          @Nullable String populationSha256,
      @Schema(description = "When it was drawn.") @Nullable Instant drawnAt) {

    static Sample of(Drill drill) {
      DrillScope scope = drill.scope();
      Drill.Drawing drawing = drill.drawing().orElse(null);
      return new Sample(
          drawing == null ? Draw.ALGORITHM : drawing.algorithm(),
          drill.seed(),
          drill.sampleSize(),
          scope.asOf(),
          scope.controlId(),
          scope.periodFrom(),
          scope.periodTo(),
          drawing == null ? null : drawing.population(),
          drawing == null ? null : drawing.populationSha256(),
          drawing == null ? null : drawing.at());
    }
  }

  /** The signed end of a drill. */
  @Schema(name = "EvidenceDrillResult")
  record DrillResult(
      @Schema(required = true) Outcome outcome,
      @Schema(required = true) Instant endedAt,
      @Schema(required = true, description = "The item that keeps the signed document.")
          UUID evidenceId,
      @Schema(required = true, description = "Its file: the very bytes that are signed.")
          UUID fileId,
      @Schema(required = true, pattern = "^[0-9a-f]{64}$", description = "Of the document.")
          String sha256,
      @Schema(
              required = true,
              description =
                  "Ed25519 over the document's bytes, in base64; openssl pkeyutl -verify -rawin"
                      + " checks it.")
          String signature,
      @Schema(
              required = true,
              description = "SHA-256 of the public key's SubjectPublicKeyInfo in DER.")
          String keyId,
      @Schema(
              required = true,
              description =
                  "PEM. Compare it with the one that /v1/evidence-drill-key gives, or that you"
                      + " took down before.")
          String publicKey) {

    static DrillResult of(Drill.Result result) {
      Signed signed = result.signed();
      return new DrillResult(
          result.outcome(),
          result.at(),
          result.evidenceId(),
          result.fileId(),
          signed.sha256(),
          signed.signature(),
          signed.keyId(),
          signed.publicKey());
    }
  }

  static final String ASKED =
      """
      {"id":"01932f3e-9a00-7c40-8a53-000000000021","state":"ASKED","overdue":false,"askedBy":"00000000-0000-4000-8000-000000000003","askedAt":"2026-11-23T10:15:29.001Z","sample":{"algorithm":"assay-drill-sample-1","seed":"8f434346648f6b96df89dda901c5176b10a6d83961dd3c1ac88b59b2dc327aa4","size":25,"asOf":"2026-11-23T10:15:29.001Z"},"checked":0,"differing":0}
      """;

  static final String PASSED =
      """
      {"id":"01932f3e-9a00-7c40-8a53-000000000021","state":"PASSED","overdue":false,"askedBy":"00000000-0000-4000-8000-000000000003","askedAt":"2026-11-23T10:15:29.001Z","sample":{"algorithm":"assay-drill-sample-1","seed":"8f434346648f6b96df89dda901c5176b10a6d83961dd3c1ac88b59b2dc327aa4","size":25,"asOf":"2026-11-23T10:15:29.001Z","population":1204,"populationSha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","drawnAt":"2026-11-23T10:15:40.120Z"},"checked":25,"differing":0,"result":{"outcome":"PASSED","endedAt":"2026-11-23T10:15:44.300Z","evidenceId":"01932f3e-9a00-7c40-8a53-000000000022","fileId":"01932f3e-9a00-7c40-8a53-000000000023","sha256":"ef2d127de37b942baad06145e54b0c619a1f22327b2ebbcfbec78f5564afe39d","signature":"c2lnbmF0dXJl","keyId":"2c624232cc221771294dfbb310aca000a0df6ac8b66b696d90ef06fdefb64a34","publicKey":"-----BEGIN PUBLIC KEY-----\\nMCowBQYDK2VwAyEA\\n-----END PUBLIC KEY-----\\n"}}
      """;

  static DrillResponse of(Drill drill, Instant now) {
    return new DrillResponse(
        drill.id(),
        drill.state(),
        drill.isOverdue(now),
        drill.askedBy(),
        drill.askedAt(),
        drill.beginsOn().orElse(null),
        drill.dueAt().orElse(null),
        Sample.of(drill),
        drill.checked(),
        drill.differing(),
        drill.result().map(DrillResult::of).orElse(null));
  }
}
