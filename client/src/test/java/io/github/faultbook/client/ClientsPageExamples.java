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

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

import feign.Feign;
import feign.Param;
import feign.RequestLine;
import feign.codec.ErrorDecoder;
import io.github.faultbook.ErrorCodes;
import io.github.faultbook.format.ErrorReader;
import io.github.faultbook.format.ReceivedError;
import io.github.faultbook.format.WireFormats;
import io.github.resilience4j.retry.Retry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.restclient.RestTemplateBuilder;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * The code of {@code docs/clients.md}.
 */
final class ClientsPageExamples {

	private final OrderService orders;

	ClientsPageExamples(OrderService orders) {
		this.orders = orders;
	}

	String order(String id) {
		try {
			return this.orders.order(id);
		}
		catch (RemoteErrorException ex) {
			if ("insufficient_balance".equals(ex.getCode())) {
				return payLater(ex.getFact("required", BigDecimal.class));
			}
			throw ex;
		}
	}

	private static String payLater(@Nullable BigDecimal amount) {
		return String.valueOf(amount);
	}

	static RestClient restClient(RemoteErrorDecoder decoder) {
		RestClient client = RestClient.builder().defaultStatusHandler(new RemoteErrorHandler(decoder)).build();
		return client;
	}

	static @Nullable String call(RestClient.Builder builder, String address, String id) {
		RestClient client = builder.baseUrl(address).build();
		return client.get().uri("/orders/{id}", id).retrieve().body(String.class);
	}

	static @Nullable String call(RestTemplateBuilder builder, String address, String id) {
		RestTemplate client = builder.baseUri(address).build();
		return client.getForObject("/orders/{id}", String.class, id);
	}

	static Mono<String> call(WebClient.Builder builder, String address, String id) {
		WebClient client = builder.baseUrl(address).build();
		return client.get().uri("/orders/{id}", id).retrieve().bodyToMono(String.class);
	}

	static String call(ErrorDecoder errorDecoder, String address, String id) {
		OrderClient client = Feign.builder().errorDecoder(errorDecoder).target(OrderClient.class, address);
		return client.order(id);
	}

	static String retry(OrderService orders) {
		RemoteErrorRetries retries = RemoteErrorRetries.of(3, Duration.ofMillis(500), Duration.ofSeconds(30));
		String order = retries.invoke(() -> orders.order("ord_1"));
		return order;
	}

	static String retry(RemoteErrorRetries retries, OrderService orders) {
		Retry retry = Retry.of("orders", ResilienceRetries.config(retries));
		String order = retry.executeSupplier(() -> orders.order("ord_1"));
		return order;
	}

	/**
	 * Read a body.
	 * @param body the body
	 * @param found the list to add the ambiguities of the format to
	 * @return the error
	 */
	static @Nullable ReceivedError read(byte[] body, List<String> found) {
		ErrorReader reader = ErrorReader.of(new WireFormats(JsonMapper.shared(), null).preset("nested-type"));
		ReceivedError error = reader.read(body, (header) -> null);
		List<String> ambiguities = reader.ambiguities();
		found.addAll(ambiguities);
		return error;
	}

	/**
	 * A service.
	 */
	interface OrderService {

		@GetExchange("/orders/{id}")
		String order(@PathVariable String id);

	}

	/**
	 * A client of Feign.
	 */
	interface OrderClient {

		@RequestLine("GET /orders/{id}")
		String order(@Param("id") String id);

	}

	/**
	 * An application.
	 */
	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@ImportHttpServices(group = "orders", types = OrderService.class)
	static class Application {

	}

	/**
	 * An exception for a code.
	 */
	static class Declared {

		// @formatter:off
@ErrorCodes("insufficient_balance")
public class InsufficientBalanceException extends RemoteErrorException {

	InsufficientBalanceException(RemoteAnswer answer) {
		super(answer);
	}

	public BigDecimal required() {
		return getFact("required", BigDecimal.class);
	}

}
		// @formatter:on

	}

}
