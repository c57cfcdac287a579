package dev.assay.evidence.item;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.assay.evidence.file.FileResponse;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An item with its files. */
@Schema(name = "EvidenceDetail")
record EvidenceDetail(
    @JsonUnwrapped @Schema(required = true) EvidenceResponse item,
    @Schema(required = true, description = "In order of arrival.") List<FileResponse> files) {

  EvidenceDetail {
    files = List.copyOf(files);
  }
}
