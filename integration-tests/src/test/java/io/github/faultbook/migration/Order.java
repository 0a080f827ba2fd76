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

package io.github.faultbook.migration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;
import java.util.List;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * An order with one constraint of each kind.
 *
 * @param address where to send it
 * @param color a color
 * @param coupon a coupon
 * @param day the day of the delivery
 * @param email the address for the confirmation
 * @param lines what is ordered
 * @param name the name of the customer
 * @param quantity how many parcels
 */
@Order.Deliverable
record Order(@Valid Address address, Color color, @Pattern(regexp = "[A-Z]+") String coupon, LocalDate day,
		@Email String email, @Valid List<Line> lines, @NotBlank String name, @Min(1) int quantity) {

	record Address(@NotNull String city, @Size(min = 2, max = 5) String zip) {

	}

	record Line(@NotBlank String sku) {

	}

	enum Color {

		RED, GREEN

	}

	@Target(ElementType.TYPE)
	@Retention(RetentionPolicy.RUNTIME)
	@Constraint(validatedBy = DeliverableValidator.class)
	@interface Deliverable {

		String message() default "cannot be delivered on that day";

		Class<?>[] groups() default {};

		Class<? extends Payload>[] payload() default {};

	}

	static class DeliverableValidator implements ConstraintValidator<Deliverable, Order> {

		@Override
		public boolean isValid(Order order, ConstraintValidatorContext context) {
			return order.day() == null || order.day().getYear() < 2100;
		}

	}

}
