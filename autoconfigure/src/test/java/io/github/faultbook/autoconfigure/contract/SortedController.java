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

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.core.PropertyPath;
import org.springframework.data.domain.Sort;
import org.springframework.data.web.SortHandlerMethodArgumentResolver;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Sorts as the repositories of Spring Data do.
 */
@RestController
class SortedController {

	@GetMapping("/sorted")
	String sorted(Sort sort, @Qualifier("people") Sort people, @RequestParam(required = false) @Nullable String fail) {
		if (fail != null) {
			throw new InvalidDataAccessApiUsageException("The given id must not be null");
		}
		sort(sort);
		sort(people);
		return "ok";
	}

	@GetMapping("/sorted/fixed")
	String fixed() {
		sort(Sort.by("unknown"));
		return "ok";
	}

	private static void sort(Sort sort) {
		for (Sort.Order order : sort) {
			if (order.getProperty().contains("(")) {
				// As Spring Data JPA has it
				throw new InvalidDataAccessApiUsageException("Sort expression '" + order
						+ "' must only contain property references or aliases used in the select clause");
			}
			try {
				PropertyPath.from(order.getProperty(), Person.class);
			}
			catch (IllegalStateException ex) {
				// As repositories translate it
				throw new InvalidDataAccessApiUsageException(ex.getMessage(), ex);
			}
		}
	}

	record Person(String name) {

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(WebMvcConfigurer.class)
	static class SortConfiguration {

		@Bean
		@Order(0)
		WebMvcConfigurer sortParameters() {
			return new WebMvcConfigurer() {

				@Override
				public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
					resolvers.add(new SortHandlerMethodArgumentResolver());
				}

			};
		}

	}

}
