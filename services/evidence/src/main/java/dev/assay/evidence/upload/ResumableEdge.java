package dev.assay.evidence.upload;

import static dev.assay.http.problem.CommonProblem.UNSUPPORTED_MEDIA_TYPE;

import dev.assay.evidence.owner.Owner;
import dev.assay.evidence.upload.ResumableUploads.PartSaid;
import dev.assay.evidence.upload.UploadBook.Answer;
import dev.assay.http.page.Page;
import dev.assay.http.page.PageRequest;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.grant.Caller;
import dev.assay.tenancy.scope.Scopes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What uploads in parts answer, whoever owns the evidence. */
@ApplicationScoped
class ResumableEdge {

  static final String DESCRIPTION =
      "Send the parts, then complete. Nothing is locked before that; from then on nobody can delete"
          + " the file before its date, so leave personal data out that the control does not need."
          + " An upload that is neither completed nor aborted is thrown away when it expires.";

  private final ResumableUploads uploads;
  private final ResumableSteps steps;
  private final ResumableBook book;
  private final Scopes scopes;
  private final Caller caller;

  ResumableEdge(
      ResumableUploads uploads,
      ResumableSteps steps,
      ResumableBook book,
      Scopes scopes,
      Caller caller) {
    this.uploads = uploads;
    this.steps = steps;
    this.book = book;
    this.scopes = scopes;
    this.caller = caller;
  }

  Response begin(UUID evidence, ResumableRequest request) {
    var client = scopes.client();
    ResumableUpload begun = steps.begin(client, caller.token().subject(), evidence, request);
    return Response.created(
            URI.create(Owner.of(client).item(evidence) + "/uploads/" + begun.file()))
        .entity(ResumableResponse.of(begun))
        .build();
  }

  ResumableResponse get(UUID evidence, UUID upload) {
    return ResumableResponse.of(uploads.get(evidence, upload));
  }

  /** Inside the resource's transaction, for what is listed is what was found. */
  Page<PartResponse> parts(
      UUID evidence, UUID upload, @Nullable Integer limit, @Nullable String cursor) {
    ResumableUpload found =
        book.find(evidence, upload, caller.token().subject())
            .orElseThrow(ProblemException::notFound);
    PageRequest page = PageRequest.of(limit, cursor, "upload-parts", upload);
    int after = page.after(Integer::valueOf).orElse(0);
    return Page.of(
        book.parts(found.file(), after, page.fetchSize()),
        page,
        part -> Integer.toString(part.number()),
        PartResponse::of);
  }

  PartResponse put(
      UUID evidence,
      UUID upload,
      int number,
      @Nullable String contentDigest,
      HttpHeaders headers,
      InputStream body) {
    requirePlain(headers);
    String length = headers.getHeaderString(HttpHeaders.CONTENT_LENGTH);
    var said =
        new PartSaid(
            evidence,
            upload,
            number,
            length == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(length)),
            DeclaredDigest.parse(contentDigest, null));
    return PartResponse.of(uploads.take(said, body));
  }

  /** A coded part would not be the bytes that its number and size promise. */
  private static void requirePlain(HttpHeaders headers) {
    String coding = headers.getHeaderString(HttpHeaders.CONTENT_ENCODING);
    if (coding != null && !coding.equalsIgnoreCase("identity")) {
      throw ProblemException.of(UNSUPPORTED_MEDIA_TYPE, "Send the part without Content-Encoding.");
    }
  }

  Response complete(UUID evidence, UUID upload, @Nullable String reprDigest) {
    Answer answer = uploads.complete(evidence, upload, DeclaredDigest.parse(null, reprDigest));
    return Response.created(URI.create(answer.location()))
        .type(MediaType.APPLICATION_JSON)
        .entity(answer.body())
        .build();
  }

  void abort(UUID evidence, UUID upload) {
    uploads.abort(evidence, upload);
  }
}
