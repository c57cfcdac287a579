package dev.assay.controls.conclusion;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reviews, by the conclusion that they are of. */
@ApplicationScoped
class Reviews implements PanacheRepositoryBase<Review, UUID> {

  Map<UUID, Review> of(Collection<Conclusion> conclusions) {
    List<UUID> ids = conclusions.stream().map(conclusion -> conclusion.id).toList();
    return ids.isEmpty()
        ? Map.of()
        : list("conclusionId in ?1", ids).stream()
            .collect(Collectors.toMap(review -> review.conclusionId, Function.identity()));
  }
}
