package dev.assay.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.http.page.Page;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;

class PageSchemasTest {

  record VendorResponse(String name) {}

  @org.eclipse.microprofile.openapi.annotations.media.Schema(name = "SocReport")
  record ReportResponse(String period) {}

  interface Vendors {
    @Operation(operationId = "listVendors")
    Page<VendorResponse> vendors();

    @Operation(operationId = "listReports")
    Page<ReportResponse> reports();

    @Operation(operationId = "readVendor")
    VendorResponse vendor();
  }

  private final MediaType answer = OASFactory.createMediaType().example("{}");

  private OpenAPI filtered(String operation, String... known) throws IOException {
    OpenAPI document =
        OASFactory.createOpenAPI()
            .components(OASFactory.createComponents())
            .paths(OASFactory.createPaths().addPathItem("/", OASFactory.createPathItem()));
    for (String name : known) {
      document.getComponents().addSchema(name, OASFactory.createSchema());
    }
    document
        .getPaths()
        .getPathItem("/")
        .setOperation(
            HttpMethod.GET,
            OASFactory.createOperation()
                .operationId(operation)
                .responses(
                    OASFactory.createAPIResponses()
                        .addAPIResponse(
                            "200",
                            OASFactory.createAPIResponse()
                                .content(
                                    OASFactory.createContent()
                                        .addMediaType("application/json", answer)))));
    new PageSchemas(Index.of(Vendors.class, VendorResponse.class, ReportResponse.class))
        .filterOpenAPI(document);
    return document;
  }

  @Test
  void namesAPageAfterItsItems() throws IOException {
    OpenAPI document = filtered("listVendors", "VendorResponse", "SocReport");

    assertThat(answer.getSchema().getRef()).isEqualTo("#/components/schemas/VendorPage");
    Schema page = document.getComponents().getSchemas().get("VendorPage");
    assertThat(page.getRequired()).containsExactly("items", "nextCursor");
    assertThat(page.getProperties().get("items").getItems().getRef())
        .isEqualTo("#/components/schemas/VendorResponse");
    assertThat(page.getProperties().get("nextCursor").getType())
        .isEqualTo(List.of(Schema.SchemaType.STRING, Schema.SchemaType.NULL));
  }

  @Test
  void knowsItemsByTheNameThatTheyGiveThemselves() throws IOException {
    filtered("listReports", "VendorResponse", "SocReport");

    assertThat(answer.getSchema().getRef()).isEqualTo("#/components/schemas/SocReportPage");
  }

  @Test
  void leavesOtherAnswersAndDescribedOnesAsTheyAre() throws IOException {
    filtered("readVendor", "VendorResponse", "SocReport");
    assertThat(answer.getSchema()).isNull();

    Schema described = OASFactory.createSchema().ref("Own");
    answer.setSchema(described);
    filtered("listVendors", "VendorResponse", "SocReport");
    assertThat(answer.getSchema()).isSameAs(described);
  }

  @Test
  void failsWhereItemsHaveNoSchema() {
    assertThatThrownBy(() -> filtered("listVendors", "SocReport"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("VendorResponse");
  }
}
