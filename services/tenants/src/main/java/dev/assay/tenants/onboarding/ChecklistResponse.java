package dev.assay.tenants.onboarding;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a client's onboarding has come. */
@Schema(name = "OnboardingChecklist")
public record ChecklistResponse(
    @Schema(required = true, description = "Whether the client can become ACTIVE.")
        boolean complete,
    @Schema(required = true) List<Item> items) {

  static final String EXAMPLE =
      """
      {"complete":false,"items":[{"item":"IN_SCOPE_SYSTEM","done":false,
       "remedy":"Bring at least one system into scope, with the reason why it matters, and have a\
        second person approve it.",
       "operationId":"createSystem"}]}
      """;

  /**
   * One item.
   *
   * @param remedy what to do when it is not done
   * @param operationId the operation of this API that does it
   */
  @Schema(name = "OnboardingItem")
  public record Item(
      @Schema(required = true) ChecklistItem item,
      @Schema(required = true) boolean done,
      @Schema(required = true) String remedy,
      @Schema(required = true) String operationId) {}

  static ChecklistResponse of(Checklist checklist) {
    return new ChecklistResponse(
        checklist.missing().isEmpty(),
        Stream.of(ChecklistItem.values())
            .map(
                item ->
                    new Item(
                        item, checklist.done().contains(item), item.remedy(), item.operationId()))
            .toList());
  }
}
