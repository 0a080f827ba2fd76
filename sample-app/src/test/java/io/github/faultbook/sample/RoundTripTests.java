/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.faultbook.sample;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.Retry;
import io.github.faultbook.Violation;
import io.github.faultbook.client.RemoteErrorDecoder;
import io.github.faultbook.client.RemoteErrorException;
import io.github.faultbook.format.ReceivedError;
import io.github.faultbook.format.ReceivedViolation;
import io.github.faultbook.format.WireFormats;
import io.github.faultbook.sample.Partner.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests of the sample application as it arrives at another application: the requests of
 * {@code requests.http} are sent from top to bottom, those that fail with each kind of
 * client and in each format. The expected errors are those of {@code answers.yaml} and of
 * the catalog of the sample, without what the format does not carry.
 */
@Tag("slow")
class RoundTripTests {

	/**
	 * The parts of an error that each format carries, besides the message.
	 */
	private static final Map<String, Set<Part>> CARRIED = Map.of("problem-details",
			Set.of(Part.STATUS, Part.CODE, Part.TITLE, Part.TYPE, Part.FACTS, Part.VIOLATIONS, Part.VIOLATION_CODES),
			"details-map", Set.of(Part.CODE, Part.FACTS, Part.VIOLATIONS), "details-array",
			Set.of(Part.CODE, Part.VIOLATIONS, Part.VIOLATION_CODES), "nested-code",
			Set.of(Part.CODE, Part.FACTS, Part.VIOLATIONS), "status-message", Set.of(Part.STATUS),
			"status-message-nested", Set.of(Part.STATUS), "nested-type", Set.of());

	private static final Map<Class<? extends RemoteErrorException>, Set<String>> EXCEPTIONS = Map.of(
			Partner.InsufficientBalanceException.class, Set.of("insufficient_balance"), Partner.NotFoundException.class,
			Set.of("business_not_found", "invoice_not_found"), Partner.ConflictException.class,
			Set.of("duplicate_external_id", "outdated_version", "amount_too_high"),
			Partner.InvalidRequestException.class, Set.of("invalid_request", "validation_error"),
			Partner.AccessException.class, Set.of("authentication_required", "invalid_token", "permission_denied"),
			Partner.TemporaryException.class,
			Set.of("rate_limit_exceeded", "service_unavailable", "bad_gateway", "gateway_timeout"));

	/**
	 * The statuses that a word of {@code nested-type} stands for.
	 */
	private static final Set<Integer> STATUSES_BY_TYPE = Set.of(401, 403, 429);

	private static final ExecutorService CLIENTS = Executors.newFixedThreadPool(12);

	private static Map<String, HttpFile.Request> requests = Map.of();

	private static SampleServer sample;

	private static ConfigurableApplicationContext partner;

	@BeforeAll
	static void start() throws IOException {
		requests = HttpFile.read(Path.of("requests.http"))
			.stream()
			.collect(Collectors.toMap(HttpFile.Request::title, Function.identity()));
		List<String> arguments = new ArrayList<>(
				List.of("--faultbook.client.enabled=false", "--faultbook.client.relay=false"));
		// All clients together send more requests than a partner may send in a minute
		arguments.addAll(key(0, "acme", 100_000));
		arguments.addAll(key(1, "trial", 1));
		arguments.addAll(key(2, "operator", 100_000));
		arguments.add("--billing.access.keys[2].operator=true");
		sample = SampleServer.start(arguments.toArray(String[]::new));
		partner = new SpringApplicationBuilder(Partner.class).web(WebApplicationType.NONE)
			.run("--spring.config.name=partner", "--logging.level.root=off", "--spring.main.banner-mode=off");
	}

	private static List<String> key(int index, String partner, int requestsPerMinute) {
		String key = "--billing.access.keys[%d].".formatted(index);
		return List.of(key + "value=" + partner + "-key", key + "partner=" + partner,
				key + "requests-per-minute=" + requestsPerMinute);
	}

	@AfterAll
	static void stop() {
		CLIENTS.shutdown();
		partner.close();
		sample.close();
	}

	@ParameterizedTest
	@MethodSource("io.github.faultbook.sample.Answer#all")
	void errorArrivesAsTheRightException(Answer expected) throws IOException, InterruptedException {
		HttpFile.Request request = requests.get(expected.request());
		if (expected.code() == null) {
			HttpResponse<String> response = HttpClient.newHttpClient()
				.send(request.to(sample.port()), HttpResponse.BodyHandlers.ofString());
			assertThat(response.statusCode()).isEqualTo(expected.status());
			return;
		}
		List<CompletableFuture<Runnable>> assertions = new ArrayList<>();
		for (String format : WireFormats.presets()) {
			for (Kind kind : Kind.values()) {
				assertions.add(CompletableFuture.supplyAsync(() -> send(kind, request, format), CLIENTS)
					.thenApply((thrown) -> () -> assertException(thrown, expected, request, format,
							"%s in %s".formatted(kind, format))));
			}
		}
		assertions.forEach((assertion) -> assertion.join().run());
	}

	private static @Nullable Throwable send(Kind kind, HttpFile.Request request, String format) {
		Map<String, String> headers = new LinkedHashMap<>(request.headers());
		headers.put("X-Error-Format", format);
		return catchThrowable(() -> kind.send(partner, HttpMethod.valueOf(request.method()), uri(request), headers,
				request.body().getBytes(StandardCharsets.UTF_8)));
	}

	private static URI uri(HttpFile.Request request) {
		return URI.create(sample.origin() + request.path());
	}

	private static void assertException(@Nullable Throwable thrown, Answer expected, HttpFile.Request request,
			String format, String description) {
		assertThat(thrown).as(description).isExactlyInstanceOf(exception(expected, format));
		RemoteErrorException ex = (RemoteErrorException) thrown;
		assertThat(ex.getStatusCode().value()).as(description).isEqualTo(ErrorBodies.status(format, expected));
		String reference = ex.getResponseHeaders().getFirst("X-Error-Reference");
		assertThat(reference).as(description).isNotEmpty();
		assertThat(ex.getReference()).as(description).isEqualTo(reference);
		assertThat(ex).as(description).hasMessageEndingWith(", reference " + reference);
		assertThat(ex.getError()).as(description).isEqualTo(error(expected, format, reference));
		assertThat(ex.getUri()).as(description).isEqualTo(uri(request));
		assertThat(ex.getMethod().name()).as(description).isEqualTo(request.method());
		Retry retry = sample.application().getBean(ErrorCatalog.class).find(expected.code()).definition().retry();
		assertThat(ex.isRetryable()).as(description).isEqualTo(retry.allows(request.method()));
		assertThat(ex.isInvalidToken()).as(description).isEqualTo("invalid_token".equals(expected.code()));
		String delay = expected.headers().getOrDefault(HttpHeaders.RETRY_AFTER, "unknown");
		Duration retryAfter = ex.getRetryAfter();
		assertThat((retryAfter != null) ? String.valueOf(retryAfter.toSeconds()) : "unknown").as(description)
			.matches(delay);
		expected.headers()
			.forEach((name, value) -> assertThat(String.join(", ", ex.getResponseHeaders().getOrEmpty(name)))
				.as(description)
				.matches(value));
		if (ex instanceof Partner.InsufficientBalanceException poor && CARRIED.get(format).contains(Part.FACTS)) {
			assertThat(poor.required()).as(description).isEqualByComparingTo(new BigDecimal("60.00"));
			assertThat(poor.available()).as(description).isLessThan(poor.required());
		}
	}

	private static Class<? extends RemoteErrorException> exception(Answer expected, String format) {
		return CARRIED.get(format).contains(Part.CODE) ? EXCEPTIONS.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().contains(expected.code()))
			.findFirst()
			.<Class<? extends RemoteErrorException>>map(Map.Entry::getKey)
			.orElse(RemoteErrorException.class) : RemoteErrorException.class;
	}

	private static ReceivedError error(Answer expected, String format, String reference) {
		Set<Part> carried = CARRIED.get(format);
		Integer answered = ErrorBodies.status(format, expected);
		boolean told = carried.contains(Part.STATUS)
				|| (format.equals("nested-type") && STATUSES_BY_TYPE.contains(answered));
		String violations = expected.violations()
			.stream()
			.map((violation) -> " " + violation.path() + ": " + violation.message())
			.collect(Collectors.joining());
		return new ReceivedError(told ? answered : null, carried.contains(Part.CODE) ? expected.code() : null,
				carried.contains(Part.TITLE) ? ErrorBodies.title(expected) : null,
				expected.message() + (carried.contains(Part.VIOLATIONS) ? "" : violations),
				carried.contains(Part.TYPE) ? "/errors/" + expected.code() : null, reference, null, null,
				carried.contains(Part.FACTS) ? Map.copyOf(expected.facts()) : Map.of(),
				carried.contains(Part.VIOLATIONS)
						? expected.violations().stream().map((violation) -> violation(violation, format)).toList()
						: List.of(),
				0);
	}

	// Only a pointer tells the body as a whole from a member of this name
	private static ReceivedViolation violation(Answer.InvalidInput violation, String format) {
		boolean whole = format.equals("problem-details") && violation.path().equals("body");
		return new ReceivedViolation(whole ? List.of() : Violation.parsePath(violation.path()), null,
				CARRIED.get(format).contains(Part.VIOLATION_CODES) ? violation.code() : null, violation.message(),
				Map.of());
	}

	/**
	 * No client sends a version of HTTP that does not exist, so the answer is decoded as
	 * any other client would do.
	 */
	@Test
	void answerOfAnotherClientIsDecoded() throws IOException {
		try (Socket socket = new Socket("localhost", sample.port())) {
			socket.getOutputStream()
				.write("GET /businesses HTTP/9.9\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
			String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			RemoteErrorException ex = partner.getBean(RemoteErrorDecoder.class)
				.decode(HttpMethod.GET, URI.create("http://localhost/businesses"), HttpStatusCode.valueOf(505),
						new HttpHeaders(), answer.split("\r\n\r\n")[1].getBytes(StandardCharsets.UTF_8));
			assertThat(ex.getCode()).isEqualTo("http_version_not_supported");
			assertThat(ex.isRetryable()).isFalse();
		}
	}

	/**
	 * A part of an error that not all formats carry.
	 */
	private enum Part {

		STATUS, CODE, TITLE, TYPE, FACTS, VIOLATIONS, VIOLATION_CODES

	}

}
