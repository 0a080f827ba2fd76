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

import io.github.faultbook.ErrorCodes;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.restclient.RestTemplateBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.service.annotation.GetExchange;
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

	/**
	 * An HTTP interface on {@code RestClient}.
	 */
	interface OrderService {

		@GetExchange
		String get(URI uri, @RequestHeader("X-Format") String format);

	}

	/**
	 * An HTTP interface on {@code WebClient}.
	 */
	interface ReactiveOrderService {

		@GetExchange
		Mono<String> get(URI uri, @RequestHeader("X-Format") String format);

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

		REST_CLIENT, REST_TEMPLATE, WEB_CLIENT, REST_CLIENT_INTERFACE, WEB_CLIENT_INTERFACE;

		/**
		 * Send a GET request.
		 * @param beans the beans of the application
		 * @param uri the address
		 * @param format the value of {@code X-Format}
		 * @return the body
		 */
		@Nullable String get(ApplicationContext beans, URI uri, String format) {
			HttpHeaders headers = new HttpHeaders();
			headers.set("X-Format", format);
			return switch (this) {
				case REST_CLIENT -> beans.getBean(RestClient.Builder.class)
					.build()
					.get()
					.uri(uri)
					.header("X-Format", format)
					.retrieve()
					.body(String.class);
				case REST_TEMPLATE -> beans.getBean(RestTemplateBuilder.class)
					.build()
					.exchange(uri, HttpMethod.GET, new HttpEntity<>(headers), String.class)
					.getBody();
				case WEB_CLIENT -> beans.getBean(WebClient.Builder.class)
					.build()
					.get()
					.uri(uri)
					.header("X-Format", format)
					.retrieve()
					.bodyToMono(String.class)
					.block();
				case REST_CLIENT_INTERFACE -> beans.getBean(OrderService.class).get(uri, format);
				case WEB_CLIENT_INTERFACE -> beans.getBean(ReactiveOrderService.class).get(uri, format).block();
			};
		}

	}

}
