package dev.assay.evidence.request;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody said about a request. */
@Schema(name = "EvidenceRequestComment")
record CommentResponse(
    @Schema(required = true) UUID id,
    @Schema(required = true) String text,
    @Schema(required = true, description = "Subject of whoever said it.") String by,
    @Schema(required = true) UUID byPersonId,
    @Schema(required = true) Instant at) {

  static CommentResponse of(Comment comment) {
    return new CommentResponse(
        comment.id(), comment.text(), comment.bySubject(), comment.byPersonId(), comment.at());
  }
}
