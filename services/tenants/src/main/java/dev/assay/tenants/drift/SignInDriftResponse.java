package dev.assay.tenants.drift;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How the running realm differs from the realm file.
 *
 * @param differences one a setting, by path; none when all is as declared
 * @param notCompared what the file declares and this service's account may not see
 */
@Schema(name = "SignInDrift")
public record SignInDriftResponse(
    @Schema(required = true) Instant comparedAt,
    @Schema(required = true) List<Difference> differences,
    @Schema(required = true) List<String> notCompared) {

  static final String EXAMPLE =
      """
      {"comparedAt":"2026-11-23T10:00:00Z",
       "differences":[{"path":"/realm/accessTokenLifespan","declared":"300","running":"3600"}],
       "notCompared":["/clients/admin-permissions","/clients/assay-services"]}
      """;
}
