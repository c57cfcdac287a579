package dev.assay.tenants.review;

import dev.assay.http.page.PageRequest;
import dev.assay.http.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Places, and when their last completed reviews were opened: what schedules follow from. */
@ApplicationScoped
class ReviewedPlaces {

  private static final String LAST =
      """
      left join lateral (
        select max(v.opened_at) filter (where v.coverage = 'ALL') as of_all,
               max(v.opened_at) filter (where v.coverage = 'PRIVILEGED') as of_privileged
        from access_review v
        join access_review_closure c
          on c.msp_id = v.msp_id and c.review_id = v.id and c.outcome = 'COMPLETED'
        where v.msp_id = place.msp_id and v.scope_id = place.scope_id) last on true
      """;

  private static final String CLIENTS =
      """
      select place.msp_id, place.client_id, place.created_at, last.of_all, last.of_privileged
      from (
        select msp_id, client_id, client_id as scope_id, created_at
        from client where client_id > ? order by client_id limit ?) as place
      """
          + LAST
          + " order by place.client_id";

  private static final String MSP =
      """
      select place.msp_id, null::uuid, place.created_at, last.of_all, last.of_privileged
      from (
        select msp_id, msp_id as scope_id, created_at
        from msp where msp_id = nullif(current_setting('app.msp_id', true), '')::uuid) as place
      """
          + LAST;

  /**
   * A place that is reviewed.
   *
   * @param since when it came to be
   */
  record Place(
      UUID mspId,
      @Nullable UUID clientId,
      Instant since,
      @Nullable Instant lastOfAll,
      @Nullable Instant lastOfPrivileged) {}

  private interface Values {
    void set(PreparedStatement statement) throws SQLException;
  }

  private final EntityManager entities;

  ReviewedPlaces(EntityManager entities) {
    this.entities = entities;
  }

  /** The clients that the current scope sees, by id. */
  List<Place> clients(PageRequest request) {
    UUID after = request.after(UUID::fromString).orElse(new UUID(0, 0));
    return places(
        CLIENTS,
        statement -> {
          statement.setObject(1, after);
          statement.setInt(2, request.fetchSize());
        });
  }

  /** The client of the current scope. */
  Place client() {
    return one(
        places(
            CLIENTS,
            statement -> {
              statement.setObject(1, new UUID(0, 0));
              statement.setInt(2, 1);
            }));
  }

  /** The MSP of the current scope. */
  Place msp() {
    return one(places(MSP, statement -> {}));
  }

  private static Place one(List<Place> places) {
    return places.stream().findFirst().orElseThrow(ProblemException::notFound);
  }

  private List<Place> places(String sql, Values values) {
    return entities
        .unwrap(Session.class)
        .doReturningWork(
            connection -> {
              try (var select = connection.prepareStatement(sql)) {
                values.set(select);
                try (ResultSet row = select.executeQuery()) {
                  List<Place> places = new ArrayList<>();
                  while (row.next()) {
                    places.add(
                        new Place(
                            row.getObject(1, UUID.class),
                            row.getObject(2, UUID.class),
                            row.getObject(3, OffsetDateTime.class).toInstant(),
                            instant(row, 4),
                            instant(row, 5)));
                  }
                  return places;
                }
              }
            });
  }

  private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
