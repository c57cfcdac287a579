package dev.assay.tenants.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of one row.
 *
 * @param row the line of NDJSON, the record behind the header of CSV; from 1
 * @param key the client's key as far as the row has one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ImportResult")
public record ImportResultResponse(
    @Schema(required = true) int row,
    @Schema(required = true) ImportOutcome outcome,
    @Nullable ImportedType type,
    @Nullable String key,
    @Nullable UUID clientId,
    @Nullable UUID personId,
    @Nullable RowProblem problem) {

  static final String PAGE_EXAMPLE =
      """
      {"items":[
       {"row":1,"outcome":"CREATED","type":"CLIENT","key":"CRM-4711",
        "clientId":"019aaf1e-7c00-7000-8000-000000000002"},
       {"row":2,"outcome":"REJECTED","type":"CLIENT","key":"CRM-4712",
        "problem":{"type":"/problems/invalid-request","title":"The request breaks a rule",
         "status":400,"detail":"One or more fields break a rule.",
         "errors":[{"pointer":"/client/legalName","detail":"must not be blank"}]}}],"nextCursor":null}
      """;
}
