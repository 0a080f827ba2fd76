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

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * The application that writes responses with the same statuses as constant bytes, without
 * any exception. Bodies are read and validated as by the other contenders.
 */
@Configuration(proxyBeanMethods = false)
@Import(LimitContender.LimitController.class)
class LimitContender {

	static void write(int status, HttpServletResponse response) throws IOException {
		response.setStatus(status);
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		response.setContentLength(LimitBody.BYTES.length);
		response.getOutputStream().write(LimitBody.BYTES);
	}

	@RestController
	static class LimitController {

		@GetMapping({ "/invoices/{id}", "/ordinary/{id}" })
		void find(@PathVariable String id, HttpServletResponse response) throws IOException {
			write(404, response);
		}

		@PostMapping("/invoices")
		void create(@Valid @RequestBody Invoice invoice, BindingResult result, HttpServletResponse response)
				throws IOException {
			write(400, response);
		}

		@GetMapping("/unexpected")
		void fail(HttpServletResponse response) throws IOException {
			write(500, response);
		}

	}

}
