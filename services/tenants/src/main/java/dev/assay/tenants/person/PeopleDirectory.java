package dev.assay.tenants.person;

import dev.assay.http.page.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** People across an MSP and its clients, as far as the current scope sees them. */
@ApplicationScoped
class PeopleDirectory implements PanacheRepositoryBase<Person, UUID> {

  /** Sorts behind every text that begins with the prefix: the last code point there is. */
  private static final String BEHIND = Character.toString(Character.MAX_CODE_POINT);

  /**
   * By name, then id. A range, not LIKE: it uses the index whatever characters the prefix has.
   *
   * @param prefix start of the display name, in any case; empty for all
   */
  List<Person> page(String prefix, PageRequest request) {
    var key = request.after(SortKey::parse).orElse(SortKey.FIRST);
    return find(
            """
            sortName >= lower(:prefix) and sortName < concat(lower(:prefix), :behind)
              and (sortName > :name or (sortName = :name and id > :id))
            order by sortName, id
            """,
            Map.<String, Object>of(
                "prefix", prefix, "behind", BEHIND, "name", key.name(), "id", key.id()))
        .range(0, request.fetchSize() - 1)
        .list();
  }

  /** Where a person stands in the list. */
  record SortKey(String name, UUID id) {

    static final SortKey FIRST = new SortKey("", new UUID(0, 0));

    private static final int ID_LENGTH = 36;

    static String of(Person person) {
      return person.id + person.sortName;
    }

    static SortKey parse(String key) {
      return new SortKey(key.substring(ID_LENGTH), UUID.fromString(key.substring(0, ID_LENGTH)));
    }
  }
}
