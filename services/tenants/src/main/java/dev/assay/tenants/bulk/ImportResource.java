package dev.assay.tenants.bulk;

import static dev.assay.http.problem.CommonProblem.IDEMPOTENCY_KEY_REQUIRED;
import static dev.assay.http.problem.CommonProblem.UNSUPPORTED_MEDIA_TYPE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.http.page.Page;
import dev.assay.http.page.PageRequest;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Clients and people by the file. */
@Path("/v1/msps/{mspId}/imports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ImportResource {

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{8,128}");

  private final BringIn bringIn;
  private final Imports imports;
  private final ObjectMapper json;

  ImportResource(BringIn bringIn, Imports imports, ObjectMapper json) {
    this.bringIn = bringIn;
    this.imports = imports;
    this.json = json;
  }

  @POST
  @Consumes({ImportFormat.NDJSON_TYPE, ImportFormat.CSV_TYPE})
  @Requires(value = Permission.CLIENT_IMPORT, fresh = true)
  @Operation(
      operationId = "importClients",
      summary = "Bring in clients and their people by the file, up to 64 MiB and 200,000 rows",
      description =
          "Each row is taken whole or not at all, and the results say which. A row that comes again"
              + " changes nothing; one that says otherwise than before is refused. With CSV, a"
              + " column's name is the path of a field, such as client.legalName, and"
              + " identifiers.CIK, identifiers.EIN, identifiers.LEI and identifiers.DUNS each give"
              + " one identifier. An import that was cut off goes on when the same request, with"
              + " its Idempotency-Key, comes again.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = ImportFormat.NDJSON_TYPE,
            schema = @Schema(type = SchemaType.STRING),
            example =
                """
                {"type":"CLIENT","key":"CRM-4711","client":{"legalName":"Copperfield (demo)",\
                "fiscalYearEnd":{"month":12,"day":31},"timeZone":"America/New_York"},\
                "identifiers":[{"kind":"CIK","value":"0000123456"}]}
                {"type":"PERSON","key":"CRM-4711","person":{"subject":"00000000-0000-4000-8000-\
                000000000009","displayName":"Demo owner","kind":"PERSON"},\
                "grant":{"role":"CONTROL_OWNER","reason":"Owns the general ledger."}}
                """),
        @Content(
            mediaType = ImportFormat.CSV_TYPE,
            schema = @Schema(type = SchemaType.STRING),
            example =
                """
                type,key,client.legalName,client.fiscalYearEnd.month,client.fiscalYearEnd.day,\
                client.timeZone,identifiers.CIK
                CLIENT,CRM-4711,Copperfield (demo),12,31,America/New_York,0000123456
                """)
      })
  @APIResponse(
      responseCode = "201",
      description = "All rows are done; rejected ones do not make the import fail.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ImportResponse.class),
              example = ImportResponse.EXAMPLE))
  public Response importClients(
      UUID mspId,
      @Parameter(description = "Find out what would become of each row, and keep that alone.")
          @QueryParam("dryRun")
          @DefaultValue("false")
          boolean dryRun,
      @Context HttpHeaders headers,
      @Context UriInfo uri,
      InputStream body)
      throws IOException {
    String key = key(headers);
    requirePlain(headers);
    var format = ImportFormat.of(headers.getHeaderString(HttpHeaders.CONTENT_TYPE));
    try (ReceivedFile file = ReceivedFile.of(body)) {
      Import done = bringIn.take(mspId, format, dryRun, key, file);
      return Response.created(uri.getAbsolutePathBuilder().path(done.id.toString()).build())
          .entity(ImportResponse.of(done))
          .build();
    }
  }

  private static String key(HttpHeaders headers) {
    String key = headers.getHeaderString("Idempotency-Key");
    if (key == null || !KEY.matcher(key).matches()) {
      throw ProblemException.of(
          IDEMPOTENCY_KEY_REQUIRED, "Send 8 to 128 visible ASCII characters as Idempotency-Key.");
    }
    return key;
  }

  private static void requirePlain(HttpHeaders headers) {
    String coding = headers.getHeaderString(HttpHeaders.CONTENT_ENCODING);
    if (coding != null && !coding.equalsIgnoreCase("identity")) {
      throw ProblemException.of(UNSUPPORTED_MEDIA_TYPE, "Send the file without Content-Encoding.");
    }
  }

  @GET
  @Transactional
  @Requires(Permission.CLIENT_IMPORT)
  @Operation(operationId = "listImports", summary = "List the MSP's imports, newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of imports.",
      content =
          @Content(
              mediaType = "application/json",
              example = "{\"items\":[" + ImportResponse.EXAMPLE + "],\"nextCursor\":null}"))
  public Page<ImportResponse> listImports(
      UUID mspId,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var request = PageRequest.of(limit, cursor, "imports", mspId);
    return Page.of(imports.page(request), request, i -> i.id.toString(), ImportResponse::of);
  }

  @GET
  @Path("{importId}")
  @Transactional
  @Requires(Permission.CLIENT_IMPORT)
  @Operation(operationId = "readImport", summary = "Read one import")
  @APIResponse(
      responseCode = "200",
      description = "The import as far as it has come.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ImportResponse.class),
              example = ImportResponse.EXAMPLE))
  public ImportResponse readImport(UUID mspId, UUID importId) {
    return ImportResponse.of(imports.find(importId).orElseThrow(ProblemException::notFound));
  }

  @GET
  @Path("{importId}/results")
  @Transactional
  @Requires(Permission.CLIENT_IMPORT)
  @Operation(operationId = "listImportResults", summary = "List what became of an import's rows")
  @APIResponse(
      responseCode = "200",
      description = "A page of results, in the order of the file.",
      content =
          @Content(mediaType = "application/json", example = ImportResultResponse.PAGE_EXAMPLE))
  public Page<ImportResultResponse> listImportResults(
      UUID mspId,
      UUID importId,
      @QueryParam("outcome") @Nullable ImportOutcome outcome,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    Import found = imports.find(importId).orElseThrow(ProblemException::notFound);
    var request =
        PageRequest.of(limit, cursor, "import-results", mspId, found.id, String.valueOf(outcome));
    return Page.of(
        imports.results(importId, outcome, request),
        request,
        result -> Integer.toString(result.rowNumber),
        this::response);
  }

  private ImportResultResponse response(ImportResult row) {
    return new ImportResultResponse(
        row.rowNumber,
        row.outcome,
        row.type,
        row.clientKey,
        row.clientId,
        row.personId,
        row.problem == null ? null : problemIn(row.problem));
  }

  private RowProblem problemIn(String stored) {
    try {
      return json.readValue(stored, RowProblem.class);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("problems are stored as they were written", unreadable);
    }
  }
}
