package dev.assay.evidence.request;

import dev.assay.http.page.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was said about requests, first to last. */
@ApplicationScoped
class Comments implements PanacheRepositoryBase<Comment, UUID> {

  List<Comment> page(UUID request, PageRequest page) {
    Optional<UUID> last = page.after(UUID::fromString);
    var found =
        last.isPresent()
            ? find("requestId = ?1 and id > ?2 order by id", request, last.get())
            : find("requestId = ?1 order by id", request);
    return found.range(0, page.fetchSize() - 1).list();
  }
}
