package dev.assay.local.proof;

import dev.assay.local.demo.Answer;
import dev.assay.local.demo.AssayApi;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Two clients' technicians at once, on services whose few connections pass from one tenant to the
 * other with every request: no answer may hold what is the other client's.
 *
 * <p>Reads and writes of one's own, the same requests for the other's ids, lists across an MSP
 * (which change the database role) and requests that fail in the middle are mixed by a seed.
 */
public final class Interleaving {

  private final Side one;
  private final Side other;
  private final LocalDate today;
  private final Function<String, AssayApi> as;

  /**
   * What came of it.
   *
   * @param answers how many answers each status had
   * @param leaks one sentence for each answer that it must not have given; empty when all is well
   */
  public record Result(
      long seed,
      int requests,
      int atOnce,
      Duration took,
      Map<Integer, Integer> answers,
      List<String> leaks) {
    public Result {
      answers = Map.copyOf(answers);
      leaks = List.copyOf(leaks);
    }

    /** One line for a record of proofs. */
    public String line() {
      return "%,d requests, %d at once, seed %d, %d s; answers by status %s; %d wrong"
          .formatted(
              requests, atOnce, seed, took.toSeconds(), new TreeMap<>(answers), leaks.size());
    }
  }

  /** One request and what may come of it. */
  private record Step(
      String what, Side by, boolean foreign, int expected, Function<AssayApi, Answer> request) {}

  /**
   * Prepares a campaign.
   *
   * @param as a demo user's access to the services under proof
   */
  public Interleaving(Side one, Side other, LocalDate today, Function<String, AssayApi> as) {
    this.one = one;
    this.other = other;
    this.today = today;
    this.as = as;
  }

  /** Sends {@code requests} requests, {@code atOnce} at a time; the seed decides which. */
  public Result run(int requests, int atOnce, long seed) throws InterruptedException {
    var access = Map.of(one.user(), as.apply(one.user()), other.user(), as.apply(other.user()));
    var answers = new ConcurrentSkipListMap<Integer, Integer>();
    var leaks = new ConcurrentLinkedQueue<String>();
    var next = new AtomicInteger();
    long started = System.nanoTime();
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int worker = 0; worker < atOnce; worker++) {
        running.add(
            workers.submit(
                () -> {
                  for (int i = next.getAndIncrement(); i < requests; i = next.getAndIncrement()) {
                    Step step = step(i, new SplittableRandom(seed + i));
                    AssayApi by = access.get(step.by().user());
                    Answer answer = step.request().apply(Objects.requireNonNull(by));
                    answers.merge(answer.status(), 1, Integer::sum);
                    judge(step, answer).ifPresent(leaks::add);
                  }
                }));
      }
      for (Future<?> worker : running) {
        try {
          worker.get();
        } catch (ExecutionException failed) {
          throw new IllegalStateException("a request got no answer", failed.getCause());
        }
      }
    }
    return new Result(
        seed,
        requests,
        atOnce,
        Duration.ofNanos(System.nanoTime() - started),
        answers,
        List.copyOf(leaks));
  }

  /** A full pool may make a request wait in vain, which it must say; anything else is a finding. */
  private Optional<String> judge(Step step, Answer answer) {
    Side stranger = strangerTo(step.by());
    String body = answer.body().toString();
    for (String mark : stranger.marks()) {
      if (body.contains(mark)) {
        return Optional.of(
            "%s by %s answered %d with %s, which is the other's"
                .formatted(step.what(), step.by().user(), answer.status(), mark));
      }
    }
    boolean busy = answer.status() == 503;
    if (answer.status() != step.expected() && !busy) {
      return Optional.of(
          "%s by %s answered %d, not %d: %s"
              .formatted(step.what(), step.by().user(), answer.status(), step.expected(), body));
    }
    if (answer.status() == 200 && !step.foreign() && !holdsOwn(step, body)) {
      return Optional.of(
          "%s by %s answered 200 without its own data: %s"
              .formatted(step.what(), step.by().user(), body));
    }
    return Optional.empty();
  }

  private Side strangerTo(Side side) {
    return side.equals(one) ? other : one;
  }

  private static boolean holdsOwn(Step step, String body) {
    // A year of controls and a list of people hold no word that this campaign has written.
    return step.what().startsWith("controls")
        || step.what().startsWith("readiness")
        || step.by().marks().stream().anyMatch(body::contains);
  }

  private Step step(int number, SplittableRandom random) {
    Side by = random.nextBoolean() ? one : other;
    boolean foreign = random.nextInt(5) == 0;
    Side target = foreign ? strangerTo(by) : by;
    int found = foreign ? 404 : 200;
    String client = "/v1/clients/" + target.clientId();
    String year = client + "/years/" + today.getYear();
    return switch (random.nextInt(20)) {
      case 0, 1, 2, 3 -> read("tenants", client, by, foreign, found);
      case 4, 5 -> read("tenants", client + "/systems", by, foreign, found);
      case 6, 7 -> read("tenants", "/v1/msps/" + target.mspId() + "/clients", by, foreign, found);
      case 8, 9, 10, 11 ->
          read("evidence", client + "/evidence/" + target.evidence(), by, foreign, found);
      case 12, 13 -> read("evidence", client + "/evidence?limit=5", by, foreign, found);
      case 14 -> {
        // Somebody else's item under one's own client: not there.
        Side owner = strangerTo(by);
        yield read(
            "evidence",
            "/v1/clients/" + by.clientId() + "/evidence/" + owner.evidence(),
            by,
            true,
            404);
      }
      case 15 -> read("controls", year + "/controls/AM-04", by, foreign, found);
      case 16 -> read("controls", year + "/controls?limit=10", by, foreign, found);
      case 17 ->
          number % 10 == 0
              ? read("readiness", year + "/views/404", by, foreign, found)
              : read("tenants", client, by, foreign, found);
      case 18 ->
          new Step(
              "evidence POST " + client + "/evidence",
              by,
              foreign,
              foreign ? 404 : 201,
              api ->
                  api.post(
                      "evidence",
                      client + "/evidence",
                      "interleaving-%d-%x".formatted(number, random.nextLong()),
                      Side.item(by.word(), today)));
      default ->
          new Step(
              "evidence POST of an impossible period " + client + "/evidence",
              by,
              foreign,
              foreign ? 404 : 400,
              api ->
                  api.post(
                      "evidence",
                      client + "/evidence",
                      "interleaving-%d-%x".formatted(number, random.nextLong()),
                      impossible(by)));
    };
  }

  private Map<String, ?> impossible(Side by) {
    var item = new TreeMap<String, Object>(Side.item(by.word(), today));
    item.put("periodFrom", today.plusYears(1).toString());
    return item;
  }

  private static Step read(String service, String path, Side by, boolean foreign, int expected) {
    return new Step(service + " GET " + path, by, foreign, expected, api -> api.get(service, path));
  }
}
