package dev.assay.tenants.applicability;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All that a client is and was, whole: what is left out is taken away. */
public record EntityKindsRequest(
    @Schema(required = true) @NotNull @Size(max = 50) List<@NotNull @Valid EntityKindPeriod> kinds,
    @Schema(required = true, examples = "Listed on 15 September 2022.") @NotBlank @Size(max = 1000)
        String reason) {

  static final String EXAMPLE =
      """
      {"kinds":[{"kind":"ISSUER","from":"2022-09-15"}],"reason":"Listed on 15 September 2022."}
      """;
}
