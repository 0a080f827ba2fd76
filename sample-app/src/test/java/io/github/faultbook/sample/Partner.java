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

import java.math.BigDecimal;
import java.net.URI;
import java.util.Map;

import feign.Feign;
import feign.HeaderMap;
import feign.RequestLine;
import feign.Retryer;
import feign.Target;
import feign.codec.ErrorDecoder;
import io.github.faultbook.ErrorCodes;
import io.github.faultbook.client.RemoteAnswer;
import io.github.faultbook.client.RemoteErrorException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.restclient.RestTemplateBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.registry.HttpServiceGroup.ClientType;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * The application of a partner, which calls the sample with every kind of client. It is
 * no {@code @Configuration}, so that the sample does not find it.
 */
@EnableAutoConfiguration
@ImportHttpServices(group = "billing", types = Partner.Billing.class)
@ImportHttpServices(group = "reactive-billing", types = Partner.ReactiveBilling.class,
		clientType = ClientType.WEB_CLIENT)
class Partner {

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
	FeignBilling feignBilling(ErrorDecoder decoder) {
		return Feign.builder()
			.errorDecoder(decoder)
			.retryer(Retryer.NEVER_RETRY)
			.target(Target.EmptyTarget.create(FeignBilling.class));
	}

	/**
	 * An HTTP interface on {@code RestClient}.
	 */
	interface Billing {

		@HttpExchange
		void send(HttpMethod method, URI uri, @RequestHeader Map<String, String> headers,
				@RequestBody(required = false) byte @Nullable [] body);

	}

	/**
	 * An HTTP interface on {@code WebClient}.
	 */
	interface ReactiveBilling {

		@HttpExchange
		Mono<Void> send(HttpMethod method, URI uri, @RequestHeader Map<String, String> headers,
				@RequestBody(required = false) byte @Nullable [] body);

	}

	/**
	 * A client of Feign.
	 */
	interface FeignBilling {

		@RequestLine("GET")
		void get(URI uri, @HeaderMap Map<String, String> headers);

		@RequestLine("DELETE")
		void delete(URI uri, @HeaderMap Map<String, String> headers);

		@RequestLine("PUT")
		void put(URI uri, @HeaderMap Map<String, String> headers, byte[] body);

		@RequestLine("POST")
		void post(URI uri, @HeaderMap Map<String, String> headers, byte[] body);

	}

	/**
	 * The kinds of clients.
	 */
	enum Kind {

		REST_CLIENT, REST_TEMPLATE, WEB_CLIENT, REST_CLIENT_INTERFACE, WEB_CLIENT_INTERFACE, FEIGN;

		void send(ApplicationContext beans, HttpMethod method, URI uri, Map<String, String> headers, byte[] body) {
			byte[] bodyOrNull = (body.length > 0) ? body : null;
			HttpHeaders all = new HttpHeaders();
			headers.forEach(all::set);
			switch (this) {
				case REST_CLIENT -> {
					RestClient.RequestBodySpec request = beans.getBean(RestClient.class)
						.method(method)
						.uri(uri)
						.headers((own) -> own.putAll(all));
					((bodyOrNull != null) ? request.body(bodyOrNull) : request).retrieve().toBodilessEntity();
				}
				case REST_TEMPLATE -> beans.getBean(RestTemplate.class)
					.exchange(uri, method, new HttpEntity<>(bodyOrNull, all), byte[].class);
				case WEB_CLIENT -> {
					WebClient.RequestBodySpec request = beans.getBean(WebClient.class)
						.method(method)
						.uri(uri)
						.headers((own) -> own.putAll(all));
					((bodyOrNull != null) ? request.bodyValue(bodyOrNull) : request).retrieve()
						.toBodilessEntity()
						.block();
				}
				case REST_CLIENT_INTERFACE -> beans.getBean(Billing.class).send(method, uri, headers, bodyOrNull);
				case WEB_CLIENT_INTERFACE ->
					beans.getBean(ReactiveBilling.class).send(method, uri, headers, bodyOrNull).block();
				case FEIGN -> sendByFeign(beans.getBean(FeignBilling.class), method, uri, headers, body);
			}
		}

		private static void sendByFeign(FeignBilling billing, HttpMethod method, URI uri, Map<String, String> headers,
				byte[] body) {
			switch (method.name()) {
				case "PUT" -> billing.put(uri, headers, body);
				case "POST" -> billing.post(uri, headers, body);
				case "DELETE" -> billing.delete(uri, headers);
				default -> billing.get(uri, headers);
			}
		}

	}

	/**
	 * The balance is too low.
	 */
	@ErrorCodes("insufficient_balance")
	static class InsufficientBalanceException extends RemoteErrorException {

		InsufficientBalanceException(RemoteAnswer answer) {
			super(answer);
		}

		@Nullable BigDecimal required() {
			return getFact("required", BigDecimal.class);
		}

		@Nullable BigDecimal available() {
			return getFact("available", BigDecimal.class);
		}

	}

	/**
	 * Something does not exist.
	 */
	@ErrorCodes({ "business_not_found", "invoice_not_found" })
	static class NotFoundException extends RemoteErrorException {

		NotFoundException(RemoteAnswer answer) {
			super(answer);
		}

	}

	/**
	 * The request contradicts the state of the API.
	 */
	@ErrorCodes({ "duplicate_external_id", "outdated_version", "amount_too_high" })
	static class ConflictException extends RemoteErrorException {

		ConflictException(RemoteAnswer answer) {
			super(answer);
		}

	}

	/**
	 * The request is invalid.
	 */
	@ErrorCodes({ "invalid_request", "validation_error" })
	static class InvalidRequestException extends RemoteErrorException {

		InvalidRequestException(RemoteAnswer answer) {
			super(answer);
		}

	}

	/**
	 * The key is missing or not accepted.
	 */
	@ErrorCodes({ "authentication_required", "invalid_token", "permission_denied" })
	static class AccessException extends RemoteErrorException {

		AccessException(RemoteAnswer answer) {
			super(answer);
		}

	}

	/**
	 * The API works again later.
	 */
	@ErrorCodes({ "rate_limit_exceeded", "service_unavailable", "bad_gateway", "gateway_timeout" })
	static class TemporaryException extends RemoteErrorException {

		TemporaryException(RemoteAnswer answer) {
			super(answer);
		}

	}

}
