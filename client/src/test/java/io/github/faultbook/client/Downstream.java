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

import java.net.URI;
import java.time.Duration;

import feign.Feign;
import feign.Headers;
import feign.Param;
import feign.Request;
import feign.RequestLine;
import feign.Retryer;
import feign.Target;
import feign.codec.ErrorDecoder;
import io.github.faultbook.ErrorCodes;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.restclient.RestTemplateBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.registry.HttpServiceGroup.ClientType;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * An application that calls other services in every way.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ImportHttpServices(group = "orders", types = Downstream.OrderService.class)
@ImportHttpServices(group = "reactive-orders", types = Downstream.ReactiveOrderService.class,
		clientType = ClientType.WEB_CLIENT)
class Downstream {

	@Bean
	RestClient restClient(RestClient.Builder builder) {
		return builder.build();
	}

	@Bean
	RestTemplate restTemplate(RestTemplateBuilder builder) {
		return builder.build();
	}

	@Bean
	WebClient webClient(WebClient.Builder builder) {
		return builder.build();
	}

	@Bean
	FeignOrderService feignOrderService(ErrorDecoder decoder,
			@Value("${spring.http.clients.read-timeout:10s}") Duration timeout) {
		return Feign.builder()
			.errorDecoder(decoder)
			.options(new Request.Options(timeout, timeout, true))
			.retryer(Retryer.NEVER_RETRY)
			.target(Target.EmptyTarget.create(FeignOrderService.class));
	}

	/**
	 * An HTTP interface on {@code RestClient}.
	 */
	interface OrderService {

		@HttpExchange
		String send(HttpMethod method, URI uri, @RequestHeader("X-Format") String format);

	}

	/**
	 * An HTTP interface on {@code WebClient}.
	 */
	interface ReactiveOrderService {

		@HttpExchange
		Mono<String> send(HttpMethod method, URI uri, @RequestHeader("X-Format") String format);

	}

	/**
	 * A client of Feign.
	 */
	interface FeignOrderService {

		@RequestLine("GET")
		@Headers("X-Format: {format}")
		String get(URI uri, @Param("format") String format);

		@RequestLine("PUT")
		String put(URI uri);

		@RequestLine("POST")
		String post(URI uri);

	}

	/**
	 * An exception for one code.
	 */
	@ErrorCodes("insufficient_balance")
	static class InsufficientBalanceException extends RemoteErrorException {

		InsufficientBalanceException(RemoteAnswer answer) {
			super(answer);
		}

		@Nullable String required() {
			return getFact("required", String.class);
		}

	}

	/**
	 * The kinds of clients.
	 */
	enum Kind {

		REST_CLIENT, REST_TEMPLATE, WEB_CLIENT, REST_CLIENT_INTERFACE, WEB_CLIENT_INTERFACE, FEIGN;

		/**
		 * Send a GET request.
		 * @param beans the beans of the application
		 * @param uri the address
		 * @param format the value of {@code X-Format}
		 * @return the body
		 */
		@Nullable String get(ApplicationContext beans, URI uri, String format) {
			return send(beans, HttpMethod.GET, uri, format);
		}

		/**
		 * Send a request.
		 * @param beans the beans of the application
		 * @param method the method
		 * @param uri the address
		 * @param format the value of {@code X-Format}
		 * @return the body
		 */
		@Nullable String send(ApplicationContext beans, HttpMethod method, URI uri, String format) {
			HttpHeaders headers = new HttpHeaders();
			headers.set("X-Format", format);
			return switch (this) {
				case REST_CLIENT -> beans.getBean(RestClient.class)
					.method(method)
					.uri(uri)
					.headers((all) -> all.addAll(headers))
					.retrieve()
					.body(String.class);
				case REST_TEMPLATE -> beans.getBean(RestTemplate.class)
					.exchange(uri, method, new HttpEntity<>(headers), String.class)
					.getBody();
				case WEB_CLIENT -> beans.getBean(WebClient.class)
					.method(method)
					.uri(uri)
					.headers((all) -> all.addAll(headers))
					.retrieve()
					.bodyToMono(String.class)
					.block();
				case REST_CLIENT_INTERFACE -> beans.getBean(OrderService.class).send(method, uri, format);
				case WEB_CLIENT_INTERFACE ->
					beans.getBean(ReactiveOrderService.class).send(method, uri, format).block();
				case FEIGN -> sendByFeign(beans.getBean(FeignOrderService.class), method, uri, format);
			};
		}

		private static String sendByFeign(FeignOrderService orders, HttpMethod method, URI uri, String format) {
			return switch (method.name()) {
				case "PUT" -> orders.put(uri);
				case "POST" -> orders.post(uri);
				default -> orders.get(uri, format);
			};
		}

	}

}
