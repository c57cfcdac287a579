package dev.assay.evidence.file;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file with the states it has been in. */
@Schema(name = "EvidenceFileDetail")
public record FileDetail(
    @JsonUnwrapped @Schema(required = true) FileResponse file,
    @Schema(required = true, description = "Every state it has been in, first to last.")
        List<FileHistoryEntry> history) {

  public FileDetail {
    history = List.copyOf(history);
  }
}
