package dev.assay.http.problem;

import dev.assay.http.openapi.Open;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The documentation page of each problem type; what {@code type} in a problem document leads to.
 */
@Path("/problems")
public class ProblemPages {

  private final Instance<ProblemCatalog> catalogs;

  ProblemPages(Instance<ProblemCatalog> catalogs) {
    this.catalogs = catalogs;
  }

  @GET
  @Path("/{slug}")
  @Produces(MediaType.TEXT_PLAIN)
  @Open("error documentation holds nobody's data")
  @Operation(operationId = "describeProblem", summary = "What a problem type means, what to do")
  public String describe(@PathParam("slug") String slug) {
    return catalogs.stream()
        .flatMap(catalog -> catalog.types().stream())
        .filter(type -> type.slug().equals(slug))
        .findFirst()
        .map(type -> "%s (%d)%n%n%s%n".formatted(type.title(), type.status(), type.remedy()))
        .orElseThrow(ProblemException::notFound);
  }
}
