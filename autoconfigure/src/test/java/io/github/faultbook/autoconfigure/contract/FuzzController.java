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

package io.github.faultbook.autoconfigure.contract;

import java.io.IOException;
import java.util.concurrent.Callable;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Bean;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Throws {@link RandomExceptions} from where the path says.
 */
@RestController
class FuzzController {

	private static final String FILTER = "/random/filter/";

	@GetMapping("/random/controller/{seed}")
	String controller(@PathVariable long seed) throws Throwable {
		throw RandomExceptions.of(seed);
	}

	@GetMapping("/random/callable/{seed}")
	Callable<String> callable(@PathVariable long seed) {
		return () -> {
			ReflectionUtils.rethrowException(RandomExceptions.of(seed));
			return "";
		};
	}

	@Bean
	OncePerRequestFilter randomFilter() {
		return new OncePerRequestFilter() {

			@Override
			protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
					throws ServletException, IOException {
				if (request.getRequestURI().startsWith(FILTER)) {
					FuzzController.<RuntimeException>raise(
							RandomExceptions.of(Long.parseLong(request.getRequestURI().substring(FILTER.length()))));
				}
				chain.doFilter(request, response);
			}

		};
	}

	@SuppressWarnings("unchecked")
	private static <E extends Throwable> void raise(Throwable exception) throws E {
		throw (E) exception;
	}

}
