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

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;

import io.github.faultbook.ClientInput;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.annotation.Import;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Validates by other means than constraints on fields.
 */
@RestController
@Import({ ValidationController.AmountService.class, ValidationController.ClientAmountService.class })
class ValidationController {

	private final AmountService service;

	private final ClientAmountService clientService;

	private final BeanFactory beans;

	ValidationController(AmountService service, ClientAmountService clientService, BeanFactory beans) {
		this.service = service;
		this.clientService = clientService;
		this.beans = beans;
	}

	@InitBinder
	void validator(WebDataBinder binder) {
		if (binder.getTarget() instanceof Search) {
			binder.addValidators(new SearchValidator());
		}
	}

	@PostMapping("/validated/map")
	Prices map(@Valid @RequestBody Prices prices) {
		return prices;
	}

	@PostMapping("/validated/range")
	Span range(@Valid @RequestBody Span span) {
		return span;
	}

	@PostMapping("/validated/search")
	Search search(@Validated @RequestBody Search search) {
		return search;
	}

	@GetMapping("/validated/service")
	int service(@RequestParam int amount) {
		return this.service.twice(amount);
	}

	@GetMapping("/validated/client-service")
	int clientService(@RequestParam int amount) {
		return this.clientService.twice(amount);
	}

	@PostMapping("/validated/by-hand")
	Span byHand(@RequestBody Span span) {
		throw ByHand.validate(this.beans, span);
	}

	@GetMapping("/validated/made")
	Span made() {
		throw ByHand.validate(this.beans, new Span(2, 1));
	}

	record Prices(Map<@NotBlank String, @Min(1) Integer> prices) {

	}

	@Ordered
	record Span(int from, int to) {

	}

	record Search(String term) {

	}

	@Validated
	static class AmountService {

		@Max(10)
		int twice(@Min(1) int amount) {
			return 2 * amount;
		}

	}

	/**
	 * Loaded only when it is called, as the validator may be missing.
	 */
	private static final class ByHand {

		static RuntimeException validate(BeanFactory beans, Object bean) {
			return new ConstraintViolationException(beans.getBean(jakarta.validation.Validator.class).validate(bean));
		}

	}

	@Validated
	@ClientInput
	static class ClientAmountService {

		int twice(@Min(1) int amount) {
			return 2 * amount;
		}

	}

	private static final class SearchValidator implements Validator {

		@Override
		public boolean supports(Class<?> type) {
			return type == Search.class;
		}

		@Override
		public void validate(Object target, Errors errors) {
			errors.rejectValue("term", "odd");
			errors.reject("odd");
		}

	}

	@Target(ElementType.TYPE)
	@Retention(RetentionPolicy.RUNTIME)
	@Constraint(validatedBy = OrderedValidator.class)
	@interface Ordered {

		String message() default "must not end before it begins";

		Class<?>[] groups() default {};

		Class<? extends Payload>[] payload() default {};

	}

	static class OrderedValidator implements ConstraintValidator<Ordered, Span> {

		@Override
		public boolean isValid(Span span, ConstraintValidatorContext context) {
			return span.from() <= span.to();
		}

	}

}
