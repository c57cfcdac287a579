package dev.assay.controls.library;

import dev.assay.http.page.Page;
import dev.assay.http.page.PageRequest;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The shipped library: the same for everybody who is signed in. */
@Path("/v1/library")
@RunOnVirtualThread
public class LibraryResource {

  /** How a {@link Page} of controls looks; the answers themselves are built with an ETag. */
  @Schema(name = "LibraryControlPage")
  record ControlPage(
      @Schema(required = true) List<LibraryControlSummary> items,
      @Schema(nullable = true, description = "Null on the last page.")
          @Nullable String nextCursor) {}

  private final Library library;

  LibraryResource(Library library) {
    this.library = library;
  }

  @GET
  @Requires(Permission.SIGNED_IN)
  @Operation(operationId = "getLibrary", summary = "Versions of the control library")
  @APIResponse(
      responseCode = "200",
      description = "All versions; the content of each never changes",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = LibraryResponse.class),
              examples = @ExampleObject(name = "library", value = LibraryExample.LIBRARY)))
  @APIResponse(responseCode = "304", description = "Not changed since the ETag sent")
  public Response get(@Context Request request) {
    String versions =
        String.join("-", library.all().stream().map(v -> v.sha256().substring(0, 16)).toList());
    return unlessKnown(request, versions, () -> LibraryResponse.of(library));
  }

  @GET
  @Path("/controls")
  @Requires(Permission.SIGNED_IN)
  @Operation(operationId = "listLibraryControls", summary = "Controls of a library version")
  @APIResponse(
      responseCode = "200",
      description = "A page of controls, by id",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ControlPage.class),
              examples = @ExampleObject(name = "page", value = LibraryExample.PAGE)))
  @APIResponse(responseCode = "304", description = "Not changed since the ETag sent")
  public Response list(
      @QueryParam("version") @Parameter(description = "The current one when left out")
          @Nullable String version,
      @QueryParam("domain") @Nullable Domain domain,
      @QueryParam("key") @Nullable Boolean key,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context Request request) {
    LibraryVersion chosen = version(version);
    var page = PageRequest.of(limit, cursor, "library", chosen.version(), domain + "/" + key);
    return unlessKnown(
        request,
        chosen.sha256(),
        () ->
            Page.of(
                chosen.controls().stream()
                    .filter(control -> domain == null || control.domain() == domain)
                    .filter(control -> key == null || control.key() == key)
                    .filter(
                        control ->
                            page.after(Function.identity())
                                .map(after -> control.controlId().compareTo(after) > 0)
                                .orElse(true))
                    .limit(page.fetchSize())
                    .toList(),
                page,
                LibraryControl::controlId,
                LibraryControlSummary::of));
  }

  @GET
  @Path("/controls/{controlId}")
  @Requires(Permission.SIGNED_IN)
  @Operation(operationId = "getLibraryControl", summary = "One control of a library version")
  @APIResponse(
      responseCode = "200",
      description = "The control, whole",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = LibraryControl.class),
              examples = @ExampleObject(name = "control", value = LibraryExample.CONTROL)))
  @APIResponse(responseCode = "304", description = "Not changed since the ETag sent")
  public Response control(
      @PathParam("controlId") String controlId,
      @QueryParam("version") @Parameter(description = "The current one when left out")
          @Nullable String version,
      @Context Request request) {
    LibraryVersion chosen = version(version);
    LibraryControl control = chosen.find(controlId).orElseThrow(ProblemException::notFound);
    return unlessKnown(request, chosen.sha256(), () -> control);
  }

  private LibraryVersion version(@Nullable String version) {
    return version == null
        ? library.current()
        : library
            .version(version)
            .orElseThrow(
                () -> ProblemException.invalid("?version", "GET /v1/library lists the versions."));
  }

  private static Response unlessKnown(Request request, String hash, Supplier<Object> content) {
    var tag = new EntityTag(hash);
    var known = request.evaluatePreconditions(tag);
    return (known == null ? Response.ok(content.get()) : known).tag(tag).build();
  }
}
