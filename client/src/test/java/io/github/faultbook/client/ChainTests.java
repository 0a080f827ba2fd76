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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;
import io.github.faultbook.client.Downstream.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of a chain of three services on real ports: a shop calls a service for orders,
 * which calls a warehouse, which fails. The service for orders exists with each kind of
 * client in a servlet application, and with {@code WebClient} in a reactive one. All but
 * Feign, which needs a further library for that, pass the trace on.
 */
@Tag("slow")
@Timeout(120)
@ExtendWith(OutputCaptureExtension.class)
class ChainTests {

	private static final String REACTIVE = "reactive";

	private static final List<String> ALL = Stream
		.concat(Arrays.stream(Kind.values()).map(Kind::name), Stream.of(REACTIVE))
		.toList();

	private static final List<Socket> PENDING = new ArrayList<>();

	private static ServerSocket full;

	private static ConfigurableApplicationContext warehouse;

	private static ConfigurableApplicationContext orders;

	private static ConfigurableApplicationContext reactiveOrders;

	private static ConfigurableApplicationContext shop;

	@BeforeAll
	static void start() throws IOException {
		full = serverWithoutRoom();
		warehouse = start(WebApplicationType.SERVLET, Warehouse.class, "faultbook.format=problem-details",
				"spring.mvc.async.request-timeout=60s");
		String[] timeouts = { "spring.http.clients.read-timeout=2s", "spring.http.clients.connect-timeout=2s",
				"faultbook.upstream.item_unknown=conflict" };
		orders = start(WebApplicationType.SERVLET, Orders.class, timeouts);
		reactiveOrders = start(WebApplicationType.REACTIVE, ReactiveOrders.class,
				Stream.concat(Stream.of(timeouts), Stream.of("spring.http.clients.reactive.connector=reactor"))
					.toArray(String[]::new));
		shop = start(WebApplicationType.SERVLET, Shop.class, "faultbook.format=nested-code",
				"faultbook.upstream.conflict=conflict");
	}

	private static ConfigurableApplicationContext start(WebApplicationType type, Class<?> application,
			String... properties) {
		return new SpringApplicationBuilder(application).web(type)
			.properties("server.port=0", "faultbook.format=details-map")
			.run(Stream.of(properties).map((property) -> "--" + property).toArray(String[]::new));
	}

	/**
	 * Return a server that accepts no further connection, so that clients wait for one.
	 */
	private static ServerSocket serverWithoutRoom() throws IOException {
		ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
		boolean room = true;
		while (room) {
			Socket socket = new Socket();
			PENDING.add(socket);
			try {
				socket.connect(new InetSocketAddress("127.0.0.1", server.getLocalPort()), 200);
			}
			catch (SocketTimeoutException ex) {
				room = false;
			}
		}
		return server;
	}

	@AfterAll
	static void stop() throws IOException {
		for (Socket socket : PENDING) {
			socket.close();
		}
		full.close();
		Stream.of(shop, orders, reactiveOrders, warehouse).forEach(ConfigurableApplicationContext::close);
	}

	private static String address(ApplicationContext server) {
		return "http://127.0.0.1:" + server.getEnvironment().getProperty("local.server.port");
	}

	private static Map<String, HttpResponse<String>> buy(String item, List<String> kinds) {
		Map<String, CompletableFuture<HttpResponse<String>>> calls = new LinkedHashMap<>();
		HttpClient client = HttpClient.newHttpClient();
		kinds.forEach((kind) -> calls.put(kind,
				client.sendAsync(
						HttpRequest.newBuilder(URI.create(address(shop) + "/shop/" + item + "?kind=" + kind)).build(),
						HttpResponse.BodyHandlers.ofString())));
		Map<String, HttpResponse<String>> answers = new LinkedHashMap<>();
		calls.forEach((kind, call) -> answers.put(kind, call.join()));
		return answers;
	}

	@ParameterizedTest
	@CsvSource({ "missing, 409, CONFLICT, The request conflicts with the current state of the resource.",
			"broken, 502, BAD_GATEWAY, An upstream service returned an invalid response.",
			"refused, 502, BAD_GATEWAY, An upstream service returned an invalid response.",
			"busy, 503, SERVICE_UNAVAILABLE, The service is temporarily unavailable. Please try again later.",
			"late, 504, GATEWAY_TIMEOUT, An upstream service did not answer in time.",
			"unreachable, 504, GATEWAY_TIMEOUT, An upstream service did not answer in time." })
	void clientSeesOneFormatAndOneVocabulary(String item, int status, String code, String message,
			CapturedOutput output) {
		boolean answered = List.of("missing", "broken", "busy").contains(item);
		buy(item, ALL).forEach((kind, answer) -> {
			assertThat(answer.statusCode()).as(kind).isEqualTo(status);
			assertThat(answer.body()).as(kind)
				.isEqualTo("{\"error\":{\"code\":\"%s\",\"message\":\"%s\"}}".formatted(code, message));
			assertThat(answer.headers().firstValue("Retry-After").orElse("none")).as(kind)
				.isEqualTo(item.equals("busy") ? "30" : "none");
			assertThat(answer.headers().map().toString()).as(kind)
				.doesNotContainIgnoringCase("secret")
				.doesNotContain("item_unknown", "/stock", address(warehouse));
			String trace = answer.headers().firstValue("X-Error-Reference").orElseThrow();
			assertThat(trace).as(kind).matches("[0-9a-f]{32}");
			assertThat(output.getOut().lines().filter((line) -> line.contains("reference " + trace))).as(kind)
				.anyMatch((line) -> line.contains("GET /shop/" + item))
				.anyMatch((line) -> line.contains("GET /orders/" + item))
				.satisfies((lines) -> assertThat(lines.stream().anyMatch((line) -> line.contains("GET /stock/" + item)))
					.isEqualTo(answered && !kind.equals(Kind.FEIGN.name())));
		});
	}

	/**
	 * The HTTP client of the JDK does not tell a timeout in the middle of a body from a
	 * lost connection.
	 */
	@ParameterizedTest
	@CsvSource({ "half, reactive, 504", "half, FEIGN, 504", "half, REST_CLIENT, 502", "cut, reactive, 502",
			"cut, FEIGN, 502", "cut, REST_CLIENT, 502", "cut, WEB_CLIENT, 502" })
	void answerThatStopsInTheMiddleIsAnError(String item, String kind, int status) {
		HttpResponse<String> answer = buy(item, List.of(kind)).get(kind);
		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(answer.body()).startsWith("{\"error\":{\"code\":\"").doesNotContain("secret");
	}

	private static String stock(String item) {
		return switch (item) {
			case "refused" -> "http://127.0.0.1:1/stock";
			case "unreachable" -> "http://127.0.0.1:%d/stock".formatted(full.getLocalPort());
			default -> address(warehouse) + "/stock/" + item;
		};
	}

	/**
	 * The service that is called first.
	 */
	@EnableAutoConfiguration
	@Import(Shop.Controller.class)
	static class Shop {

		@RestController
		static class Controller {

			private final RestClient client;

			Controller(RestClient.Builder builder) {
				this.client = builder.build();
			}

			@GetMapping("/shop/{item}")
			@Nullable String buy(@PathVariable String item, @RequestParam String kind) {
				ApplicationContext server = kind.equals(REACTIVE) ? reactiveOrders : orders;
				return this.client.get()
					.uri(address(server) + "/orders/{item}?kind={kind}", item, kind)
					.retrieve()
					.body(String.class);
			}

		}

	}

	/**
	 * The service in the middle.
	 */
	@EnableAutoConfiguration
	@Import({ Downstream.class, Orders.Controller.class })
	static class Orders {

		@RestController
		static class Controller {

			private final ApplicationContext beans;

			Controller(ApplicationContext beans) {
				this.beans = beans;
			}

			@GetMapping("/orders/{item}")
			@Nullable String order(@PathVariable String item, @RequestParam Kind kind) {
				return kind.get(this.beans, URI.create(stock(item)), "any");
			}

		}

	}

	/**
	 * The service in the middle, without blocking.
	 */
	@EnableAutoConfiguration
	@Import(ReactiveOrders.Controller.class)
	static class ReactiveOrders {

		@RestController
		static class Controller {

			private final WebClient client;

			Controller(WebClient.Builder builder) {
				this.client = builder.build();
			}

			@GetMapping("/orders/{item}")
			Mono<String> order(@PathVariable String item) {
				return this.client.get().uri(stock(item)).retrieve().bodyToMono(String.class);
			}

		}

	}

	/**
	 * The service that fails.
	 */
	@EnableAutoConfiguration
	@Import(Warehouse.Controller.class)
	static class Warehouse {

		@RestController
		static class Controller {

			@GetMapping("/stock/{item}")
			Object stock(@PathVariable String item) throws IOException {
				return switch (item) {
					case "late" -> new DeferredResult<String>();
					case "half" -> {
						ResponseBodyEmitter emitter = new ResponseBodyEmitter();
						emitter.send("half of the secret");
						yield emitter;
					}
					case "cut" -> {
						ResponseBodyEmitter emitter = new ResponseBodyEmitter();
						emitter.send("half of the secret");
						emitter.completeWithError(new IllegalStateException("This is a secret."));
						yield emitter;
					}
					case "busy" ->
						throw new ApiException(CommonError.RATE_LIMIT_EXCEEDED).retryAfter(Duration.ofSeconds(30));
					case "broken" -> throw new IllegalStateException("This is a secret.");
					default -> throw new ApiException(StockError.ITEM_UNKNOWN).with("shelf", "secret shelf");
				};
			}

		}

	}

	/**
	 * The catalog of the service that fails.
	 */
	enum StockError implements ErrorCode {

		ITEM_UNKNOWN(ErrorDefinition.of(404, "The secret item is not on {shelf}.")
			.parameter("shelf", String.class, "Where the item should be"));

		private final ErrorDefinition definition;

		StockError(ErrorDefinition definition) {
			this.definition = definition;
		}

		@Override
		public ErrorDefinition definition() {
			return this.definition;
		}

	}

}
