package dev.assay.tenants.client;

import dev.assay.http.page.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@ApplicationScoped
class Clients implements PanacheRepositoryBase<Client, UUID> {

  /** By name, then id. */
  List<Client> page(ClientFilter filter, PageRequest request) {
    var key = request.after(SortKey::parse).orElse(SortKey.FIRST);
    Map<String, Object> values = filter.values();
    values.put("name", key.name());
    values.put("id", key.id());
    return find(
            filter.conditions()
                + " and (sortName > :name or (sortName = :name and id > :id)) order by sortName,"
                + " id",
            values)
        .range(0, request.fetchSize() - 1)
        .list();
  }

  /** Where a client stands in the list. */
  record SortKey(String name, UUID id) {

    static final SortKey FIRST = new SortKey("", new UUID(0, 0));

    private static final int ID_LENGTH = 36;

    static String of(Client client) {
      return client.id + client.sortName;
    }

    static SortKey parse(String key) {
      return new SortKey(key.substring(ID_LENGTH), UUID.fromString(key.substring(0, ID_LENGTH)));
    }
  }
}
