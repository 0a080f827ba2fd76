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

package io.github.faultbook.client;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.faultbook.Retry;
import io.github.faultbook.client.Downstream.Kind;
import io.github.resilience4j.retry.RetryConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.restclient.RestTemplateCustomizer;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.ClientRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests of requests that are sent again, with a server that counts them.
 */
class RetryTests {

	private static final String HOUSE = "{\"body\":{\"why\":\"{code}\",\"say\":\"{message}\",\"again\":\"{retry}\"}}";

	/**
	 * The number of requests by method and address.
	 */
	private static final Map<String, AtomicInteger> REQUESTS = new ConcurrentHashMap<>();

	private static final AtomicInteger TOKEN = new AtomicInteger();

	private static HttpServer server;

	private static ConfigurableApplicationContext downstream;

	@BeforeAll
	static void start() throws IOException {
		server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", RetryTests::answer);
		server.start();
		downstream = new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.properties("faultbook.formats.house=" + HOUSE, "faultbook.client.retry-delay=1ms",
					"faultbook.client.max-retry-delay=5s", "faultbook.client.services.upstream.format=house",
					"faultbook.client.services.upstream.base-url=" + address("/retried"),
					"faultbook.client.services.upstream.retries=2", "faultbook.client.services.orders.format=house",
					"faultbook.client.services.orders.retries=2",
					"faultbook.client.services.reactive-orders.format=house",
					"faultbook.client.services.reactive-orders.retries=2")
			.run();
	}

	@AfterAll
	static void stop() {
		downstream.close();
		server.stop(0);
	}

	@BeforeEach
	void forgetRequests() {
		REQUESTS.clear();
	}

	/**
	 * Answer with the status and headers that the query names, as often as it says, and
	 * then with 200.
	 */
	private static void answer(HttpExchange exchange) throws IOException {
		Map<String, String> query = new ConcurrentHashMap<>();
		for (String parameter : exchange.getRequestURI().getQuery().split("&")) {
			query.put(parameter.split("=")[0], parameter.split("=")[1]);
		}
		int number = REQUESTS
			.computeIfAbsent(exchange.getRequestMethod() + " " + exchange.getRequestURI(), (key) -> new AtomicInteger())
			.incrementAndGet();
		boolean accepted = query.containsKey("token")
				? ("Bearer " + query.get("token")).equals(exchange.getRequestHeaders().getFirst("Authorization"))
				: number > Integer.parseInt(query.get("failures"));
		String body = accepted ? "done"
				: "{\"why\":\"%s\",\"say\":\"No.\"%s}".formatted(query.getOrDefault("code", "failed"),
						query.containsKey("retry") ? ",\"again\":\"" + query.get("retry") + '"' : "");
		body = query.containsKey("size") ? "x".repeat(Integer.parseInt(query.get("size"))) : body;
		if (query.containsKey("challenge")) {
			exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer error=\"invalid_token\"");
		}
		if (query.containsKey("after")) {
			exchange.getResponseHeaders().set("Retry-After", query.get("after").replace('_', ' '));
		}
		exchange.getResponseHeaders().set("Connection", "close");
		exchange.getResponseHeaders().set("Content-Type", accepted ? "text/plain" : "application/json");
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(accepted ? 200 : Integer.parseInt(query.get("status")), bytes.length);
		try (OutputStream output = exchange.getResponseBody()) {
			output.write(bytes);
		}
	}

	private static String address(String path) {
		return "http://%s:%d%s".formatted(server.getAddress().getAddress().getHostAddress(),
				server.getAddress().getPort(), path);
	}

	private static int requests(Supplier<@Nullable String> call, HttpMethod method, URI uri) {
		String key = method + " " + uri.getRawPath() + "?" + uri.getRawQuery();
		REQUESTS.remove(key);
		Throwable failure = catchThrowable(call::get);
		if (failure != null) {
			assertThat(failure).isInstanceOf(RemoteErrorException.class);
		}
		return REQUESTS.get(key).get();
	}

	private static int requests(Kind kind, HttpMethod method, String query) {
		URI uri = URI.create(address("/retried?" + query));
		return requests(() -> kind.send(downstream, method, uri, "house"), method, uri);
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "FEIGN")
	void requestIsSentAgainOnlyIfTheAnswerAllowsIt(Kind kind) {
		for (int status : List.of(429, 500, 502, 503, 504)) {
			for (String answer : List.of("", "&after=0", "&after=Sun,_06_Nov_1994_08:49:37_GMT", "&retry=never",
					"&retry=idempotent", "&retry=always", "&retry=always&after=0")) {
				Retry advice = answer.contains("never") ? Retry.NEVER
						: answer.contains("always") ? Retry.ALWAYS : Retry.IDEMPOTENT;
				for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.PUT, HttpMethod.POST)) {
					assertThat(requests(kind, method, "failures=9&status=" + status + answer))
						.as("%s %d %s", method, status, answer)
						.isEqualTo(advice.allows(method.name()) ? 3 : 1);
				}
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void paymentIsNeverRepeated(Kind kind) {
		IntStream.concat(IntStream.rangeClosed(400, 431), IntStream.rangeClosed(500, 511)).forEach((status) -> {
			assertThat(requests(kind, HttpMethod.POST, "failures=1&after=0&status=" + status)).isEqualTo(1);
			assertThat(requests(kind, HttpMethod.POST, "failures=1&retry=idempotent&status=" + status)).isEqualTo(1);
		});
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "FEIGN")
	void retryBringsTheAnswerOrTheLastError(Kind kind) {
		URI uri = URI.create(address("/retried?failures=2&status=503"));
		assertThat(kind.send(downstream, HttpMethod.PUT, uri, "house")).isEqualTo("done");
		RemoteErrorException ex = catchThrowableOfType(RemoteErrorException.class, () -> kind.send(downstream,
				HttpMethod.GET, URI.create(address("/retried?failures=9&code=busy&status=503")), "house"));
		assertThat(ex.getCode()).isEqualTo("busy");
		assertThat(ex.getResponseBodyAsString()).isEqualTo("{\"why\":\"busy\",\"say\":\"No.\"}");
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "FEIGN")
	void requestIsNotSentAgainBeforeALongDelay(Kind kind) {
		assertThat(requests(kind, HttpMethod.GET, "failures=9&status=503&after=6")).isEqualTo(1);
		assertThat(requests(kind, HttpMethod.GET, "failures=9&status=503&after=Thu,_06_Nov_2994_08:49:37_GMT"))
			.isEqualTo(1);
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "FEIGN")
	void invalidTokenIsReplacedOnce(Kind kind) {
		TOKEN.set(6);
		String refused = "status=401&code=invalid_token&token=";
		assertThat(requests(kind, HttpMethod.POST, refused + "7")).isEqualTo(2);
		assertThat(TOKEN).hasValue(7);
		assertThat(requests(kind, HttpMethod.POST, refused + "100")).isEqualTo(2);
		assertThat(requests(kind, HttpMethod.POST, "status=401&code=other&token=100")).isEqualTo(1);
	}

	@Test
	void nothingIsSentAgainByDefault() {
		try (ConfigurableApplicationContext plain = new SpringApplicationBuilder(Downstream.class)
			.web(WebApplicationType.NONE)
			.run()) {
			URI uri = URI.create(address("/other?failures=9&status=503&after=0"));
			for (Kind kind : Kind.values()) {
				assertThat(requests(() -> kind.get(plain, uri, "house"), HttpMethod.GET, uri)).isEqualTo(1);
			}
		}
	}

	@Test
	void applicationReadsAnErrorThatIsTooLargeToItsEnd() {
		URI uri = URI.create(address("/retried?failures=9&status=404&size=300001"));
		byte[] body = downstream.getBean(RestClient.class)
			.get()
			.uri(uri)
			.exchange((request, response) -> response.getBody().readAllBytes());
		assertThat(body).hasSize(300_001).containsOnly('x');
	}

	@Test
	void codeIsRepeated() {
		RemoteErrorRetries retries = RemoteErrorRetries.of(2, Duration.ZERO, Duration.ZERO);
		RestClient client = downstream.getBean(RestClient.Builder.class).build();
		URI again = URI.create(address("/other?failures=2&status=503&after=0"));
		assertThat(retries.invoke(() -> client.get().uri(again).retrieve().body(String.class))).isEqualTo("done");
		URI payment = URI.create(address("/other?failures=2&code=payment&status=503"));
		assertThat(requests(() -> retries.invoke(() -> client.post().uri(payment).retrieve().body(String.class)),
				HttpMethod.POST, payment))
			.isEqualTo(1);
	}

	@Test
	void resilience4jObeysTheAnswer() {
		RetryConfig config = ResilienceRetries.config(RemoteErrorRetries.of(2, Duration.ZERO, Duration.ofSeconds(5)));
		io.github.resilience4j.retry.Retry retry = io.github.resilience4j.retry.Retry.of("orders", config);
		RestClient client = downstream.getBean(RestClient.Builder.class).build();
		Map<String, Integer> expected = Map.of("GET failures=2&status=503", 3, "POST failures=2&status=503", 1,
				"GET failures=9&status=503&after=6", 1, "GET failures=9&status=404", 1,
				"POST challenge=yes&token=9999&status=401", 2);
		expected.forEach((request, number) -> {
			HttpMethod method = HttpMethod.valueOf(request.substring(0, request.indexOf(' ')));
			URI uri = URI.create(address("/other?resilience=4j&" + request.substring(request.indexOf(' ') + 1)));
			assertThat(requests(
					() -> retry.executeSupplier(() -> client.method(method).uri(uri).retrieve().body(String.class)),
					method, uri))
				.as(request)
				.isEqualTo(number);
		});
	}

	@ParameterizedTest
	@CsvSource({ "0, 50, 100", "1, 100, 200", "3, 400, 800", "5, 500, 1000", "99, 500, 1000" })
	void delayGrowsWithJitterUpToTheLongest(int made, long shortest, long longest) {
		RemoteErrorRetries retries = RemoteErrorRetries.of(9, Duration.ofMillis(100), Duration.ofSeconds(1));
		assertThat(retries.delay(failure(null), made)).isBetween(Duration.ofMillis(shortest),
				Duration.ofMillis(longest));
		assertThat(retries.delay(failure("1"), made)).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1100));
		assertThat(retries.delay(failure("2"), made)).isNull();
		assertThat(retries.delay(new IllegalStateException(), made)).isNull();
	}

	private static RemoteErrorException failure(@Nullable String retryAfter) {
		HttpHeaders headers = new HttpHeaders();
		if (retryAfter != null) {
			headers.set(HttpHeaders.RETRY_AFTER, retryAfter);
		}
		return new RemoteErrorException(new RemoteAnswer(HttpMethod.GET, URI.create("/"), HttpStatusCode.valueOf(503),
				headers, new byte[0], null));
	}

	/**
	 * An application whose clients get a new token after a 401.
	 */
	@Import(Downstream.class)
	static class Application {

		@Bean
		RestClientCustomizer tokenForRestClient() {
			return (builder) -> builder.requestInterceptor(Application::authorize);
		}

		@Bean
		RestTemplateCustomizer tokenForRestTemplate() {
			return (template) -> template.getInterceptors().add(Application::authorize);
		}

		@Bean
		WebClientCustomizer tokenForWebClient() {
			return (builder) -> builder.filter((request, next) -> next
				.exchange(ClientRequest.from(request).headers((all) -> all.setBearerAuth(TOKEN.toString())).build())
				.doOnNext((response) -> refresh(response.statusCode())));
		}

		private static ClientHttpResponse authorize(HttpRequest request, byte[] body,
				ClientHttpRequestExecution execution) throws IOException {
			request.getHeaders().setBearerAuth(TOKEN.toString());
			ClientHttpResponse response = execution.execute(request, body);
			refresh(response.getStatusCode());
			return response;
		}

		private static void refresh(HttpStatusCode status) {
			if (status.value() == 401) {
				TOKEN.incrementAndGet();
			}
		}

	}

}
