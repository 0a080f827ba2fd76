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

package io.github.faultbook.benchmarks.server;

import jakarta.validation.Validator;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * The application that writes responses with the same statuses as constant bytes with
 * WebFlux, without any exception. Bodies are read as by the other contenders. The handler
 * validates them itself, as WebFlux reports violations by an exception only.
 */
@Configuration(proxyBeanMethods = false)
@Import(ReactiveLimitContender.LimitController.class)
class ReactiveLimitContender {

	private static Mono<Void> write(int status, ServerHttpResponse response) {
		response.setStatusCode(HttpStatusCode.valueOf(status));
		response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
		response.getHeaders().setContentLength(LimitBody.BYTES.length);
		return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(LimitBody.BYTES)));
	}

	@RestController
	static class LimitController {

		private final Validator validator;

		LimitController(Validator validator) {
			this.validator = validator;
		}

		@GetMapping({ "/invoices/{id}", "/ordinary/{id}" })
		Mono<Void> find(@PathVariable String id, ServerHttpResponse response) {
			return write(404, response);
		}

		@PostMapping("/invoices")
		Mono<Void> create(@RequestBody Invoice invoice, ServerHttpResponse response) {
			return write(this.validator.validate(invoice).isEmpty() ? 200 : 400, response);
		}

		@GetMapping("/unexpected")
		Mono<Void> fail(ServerHttpResponse response) {
			return write(500, response);
		}

	}

}
