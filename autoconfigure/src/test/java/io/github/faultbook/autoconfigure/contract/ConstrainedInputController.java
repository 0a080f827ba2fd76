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
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.faultbook.ApiException;
import io.github.faultbook.ClientInput;
import io.github.faultbook.CommonError;
import io.github.faultbook.Violation;
import io.github.faultbook.Violation.In;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.GroupSequence;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertFalse;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.FutureOrPresent;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.constraints.CodePointLength;
import org.hibernate.validator.constraints.CreditCardNumber;
import org.hibernate.validator.constraints.EAN;
import org.hibernate.validator.constraints.ISBN;
import org.hibernate.validator.constraints.Length;
import org.hibernate.validator.constraints.LuhnCheck;
import org.hibernate.validator.constraints.Range;
import org.hibernate.validator.constraints.URL;
import org.hibernate.validator.constraints.UUID;
import org.hibernate.validator.constraints.UniqueElements;
import org.hibernate.validator.constraints.time.DurationMax;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes input that has to fulfill constraints.
 */
@RestController
@RequestMapping("/constrained")
@Import({ ConstrainedInputController.OrderService.class, ConstrainedInputController.StockService.class })
class ConstrainedInputController {

	private final OrderService orders;

	private final StockService stock;

	private final jakarta.validation.Validator validator;

	ConstrainedInputController(OrderService orders, StockService stock, jakarta.validation.Validator validator) {
		this.orders = orders;
		this.stock = stock;
		this.validator = validator;
	}

	@InitBinder
	void validator(WebDataBinder binder) {
		if (binder.getTarget() instanceof Account) {
			binder.addValidators(new AccountValidator());
		}
	}

	@PostMapping("/limits")
	String limits(@Valid @RequestBody Limits limits) {
		return "ok";
	}

	@PostMapping("/required")
	String required(@Valid @RequestBody Required required) {
		return "ok";
	}

	@PostMapping("/order")
	String order(@Valid @RequestBody Order order) {
		return "ok";
	}

	@PostMapping("/orders")
	String orders(@RequestBody List<@Valid Order> orders) {
		return "ok";
	}

	@PostMapping("/addresses")
	String addresses(@RequestBody List<@Valid Address> addresses) {
		return "ok";
	}

	@PostMapping("/names")
	String names(@RequestBody List<@NotBlank String> names) {
		return "ok";
	}

	@PostMapping("/period")
	String period(@Valid @RequestBody Period period) {
		return "ok";
	}

	@PostMapping("/profile")
	String create(@Valid @RequestBody Profile profile) {
		return "ok";
	}

	@PostMapping("/profile/changed")
	String change(@Validated(Change.class) @RequestBody Profile profile) {
		return "ok";
	}

	@PostMapping("/steps")
	String steps(@Valid @RequestBody Steps steps) {
		return "ok";
	}

	@PostMapping("/own")
	String own(@Valid @RequestBody Own own) {
		return "ok";
	}

	@PostMapping("/account")
	String account(@Valid @RequestBody Account account) {
		return "ok";
	}

	@PostMapping("/mixed")
	String mixed(@Valid @RequestBody Address address, @RequestParam @Max(100) int limit,
			@RequestHeader("X-Tenant") @Size(min = 3, max = 8) String tenant) {
		return "ok";
	}

	@RequestMapping(path = "/parameters", method = { RequestMethod.GET, RequestMethod.POST })
	String parameters(@RequestParam(name = "page-size", defaultValue = "1") @Range(min = 1, max = 100) int pageSize,
			@RequestParam(defaultValue = "1") List<@Positive Integer> ids,
			@RequestHeader(name = "X-Tenant", defaultValue = "abc") @Size(min = 3, max = 8) String tenant,
			@CookieValue(name = "theme-name", defaultValue = "dark") @Pattern(regexp = "dark|light") String theme) {
		return "ok";
	}

	@GetMapping("/parameters/{item-id}")
	String path(@PathVariable("item-id") @Min(10) long id) {
		return "ok";
	}

	@GetMapping("/form")
	String query(@Valid @ModelAttribute Form form) {
		return "ok";
	}

	@PostMapping("/form")
	String form(@Valid @ModelAttribute Form form) {
		return "ok";
	}

	@PostMapping("/part")
	String part(@Valid @RequestPart("shipping") Address address) {
		return "ok";
	}

	@GetMapping("/service")
	String service(@RequestParam int amount) {
		this.orders.reserve(amount);
		return "ok";
	}

	@PostMapping("/service")
	String service(@RequestBody Map<String, String> address) {
		this.orders.place(new Address(address.get("zip"), address.get("town")));
		return "ok";
	}

	@GetMapping("/computed")
	String computed() {
		this.stock.take(-1);
		return "ok";
	}

	@GetMapping("/returned")
	@NotNull
	@Nullable String returned() {
		return null;
	}

	@PostMapping("/by-hand")
	String byHand(@RequestBody Address address) {
		throw new ConstraintViolationException(this.validator.validate(address));
	}

	@PostMapping("/thrown")
	String thrown() {
		throw new ApiException(CommonError.VALIDATION_ERROR)
			.violation("line_items[1].sku", "out_of_stock", "is out of stock")
			.violation(Violation.of(In.QUERY, "voucher", "expired", "has expired").with("since", "2026-01-31"));
	}

	@PostMapping(path = "/secrets", consumes = MediaType.APPLICATION_JSON_VALUE)
	String secrets(@Valid @RequestBody Secrets secrets) {
		return "ok";
	}

	@PostMapping(path = "/secrets", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	String secretForm(@Valid @ModelAttribute SecretForm secrets) {
		return "ok";
	}

	@GetMapping("/secrets")
	String secrets(@RequestParam(defaultValue = "x") @Size(max = 1) String password,
			@RequestHeader(name = "X-Token", defaultValue = "x") @Size(max = 1) String token,
			@CookieValue(name = "card", defaultValue = "0") @LuhnCheck String card) {
		return "ok";
	}

	@GetMapping("/secrets/{token}")
	String secrets(@PathVariable @Size(max = 1) String token, @RequestParam(defaultValue = "1") Integer card) {
		return "ok";
	}

	@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
	record Limits(@AssertFalse @Nullable Boolean isOverdrawn, @AssertTrue @Nullable Boolean termsAccepted,
			@DecimalMax(value = "9.5", inclusive = false) @Nullable BigDecimal unitPrice,
			@DecimalMin("0.1") @Nullable BigDecimal shippingCost,
			@Digits(integer = 2, fraction = 1) @Nullable BigDecimal netWeight, @Email @Nullable String contactMail,
			@Future @Nullable LocalDate deliveryDay, @FutureOrPresent @Nullable Instant validFrom,
			@Max(9) @Nullable Integer itemCount, @Min(1) @Nullable Long lineCount,
			@Negative @Nullable Integer creditLimit, @NegativeOrZero @Nullable Integer lowestLevel,
			@Null @Nullable String serverNote, @Past @Nullable LocalDate birthDay,
			@PastOrPresent @Nullable Instant signedOn, @Pattern(regexp = "[A-Z]{3}-\\d+") @Nullable String orderNumber,
			@Positive @Nullable Integer packageCount, @PositiveOrZero @Nullable Integer giftCount,
			@Size(max = 3) @Nullable String countryCode, @Length(min = 2, max = 4) @Nullable String shortName,
			@CodePointLength(max = 2) @Nullable String someInitials,
			@Range(min = 1, max = 5) @Nullable Integer starRating, @URL(protocol = "https") @Nullable String homePage,
			@UUID @Nullable String requestId, @CreditCardNumber @Nullable String cardNumber,
			@EAN @Nullable String barCode, @ISBN @Nullable String bookNumber, @LuhnCheck @Nullable String deviceNumber,
			@UniqueElements @Nullable List<String> tagNames, @DurationMax(days = 1) @Nullable Duration waitingTime) {

	}

	record Required(@JsonProperty("first-name") @NotNull String firstName,
			@JsonProperty("last-name") @NotBlank String lastName,
			@JsonProperty("phone-numbers") @NotEmpty List<String> phoneNumbers) {

	}

	record Address(@JsonProperty("zip_code") @NotBlank String zip, @Size(min = 2, max = 20) @Nullable String town) {

	}

	record Item(@NotBlank String sku, @JsonProperty("qty") @Min(1) int quantity,
			@JsonProperty("ship_to") @Valid @Nullable Address shipTo) {

	}

	@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
	record Order(@Size(min = 4, max = 8) @Pattern(regexp = "[0-9]+") @Nullable String customerNumber,
			@Valid @Nullable Address homeAddress, @Valid @Nullable List<Item> lineItems,
			@Nullable Map<@Size(max = 3) String, @Positive Integer> unitPrices,
			@Nullable Map<String, List<@Valid Address>> knownAddresses, @Valid Address @Nullable [] oldAddresses,
			@Nullable Set<@Valid Address> otherAddresses, @Nullable Set<@NotBlank String> tagNames,
			@Nullable List<List<@Max(9) Integer>> numberTable, Optional<@Email String> contactMail) {

	}

	@EndsLater
	record Period(@JsonProperty("valid_from") int from, @JsonProperty("valid_until") int until) {

	}

	@Agreed
	record Profile(@JsonProperty("nick_name") @NotBlank @Nullable String nick,
			@JsonProperty("profile_id") @NotNull(groups = Change.class) @Nullable Integer id,
			@Nullable Boolean agreed) {

	}

	interface Change {

	}

	interface Cheap {

	}

	@GroupSequence({ Cheap.class, Steps.class })
	record Steps(@JsonProperty("first_step") @Size(max = 3, groups = Cheap.class) String first,
			@JsonProperty("second_step") @NotNull @Nullable String second) {

	}

	record Own(@JsonProperty("box_size") @Multiple(of = 5) @Nullable Integer box,
			@JsonProperty("lot_size") @Multiple(of = 3, code = "bad_lot") @Nullable Integer lot,
			@JsonProperty("article_number") @Article String article) {

	}

	@JsonNaming(PropertyNamingStrategies.KebabCaseStrategy.class)
	record Account(String accountNumber, @Nullable String ownerName) {

	}

	record Form(@NotBlank @BindParam("first-name") String firstName, @Min(1) int page,
			@Nullable List<@NotBlank String> tags) {

	}

	record Secrets(@Size(max = 1) @Nullable String password,
			@JsonProperty("access_token") @Nullable Integer accessToken,
			@JsonProperty("card_number") @LuhnCheck @Nullable String cardNumber,
			@JsonProperty("card_expiry") @Nullable LocalDate cardExpiry,
			@JsonProperty("token_list") @Nullable List<@Size(max = 1) String> tokens) {

	}

	record SecretForm(@Size(max = 1) @Nullable String password, @Nullable Integer token,
			@LuhnCheck @Nullable String card) {

	}

	@Validated
	@ClientInput
	static class OrderService {

		void reserve(@Min(1) int amount) {
		}

		void place(@Valid Address address) {
		}

	}

	@Validated
	static class StockService {

		void take(@Min(1) int amount) {
		}

	}

	private static final class AccountValidator implements Validator {

		@Override
		public boolean supports(Class<?> type) {
			return type == Account.class;
		}

		@Override
		public void validate(Object target, Errors errors) {
			errors.reject("account.closed");
			errors.rejectValue("accountNumber", "iban.wrong");
			errors.rejectValue("ownerName", "NotBlank");
		}

	}

	@Target(ElementType.TYPE)
	@Retention(RetentionPolicy.RUNTIME)
	@Constraint(validatedBy = EndsLaterValidator.class)
	@interface EndsLater {

		String code() default "ends_early";

		String message() default "must be later than the beginning";

		Class<?>[] groups() default {};

		Class<? extends Payload>[] payload() default {};

	}

	static class EndsLaterValidator implements ConstraintValidator<EndsLater, Period> {

		@Override
		public boolean isValid(Period period, ConstraintValidatorContext context) {
			context.disableDefaultConstraintViolation();
			context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
				.addPropertyNode("until")
				.addConstraintViolation();
			return period.from() < period.until();
		}

	}

	@Target(ElementType.TYPE)
	@Retention(RetentionPolicy.RUNTIME)
	@Constraint(validatedBy = AgreedValidator.class)
	@interface Agreed {

		String message() default "must be agreed to";

		Class<?>[] groups() default {};

		Class<? extends Payload>[] payload() default {};

	}

	static class AgreedValidator implements ConstraintValidator<Agreed, Profile> {

		@Override
		public boolean isValid(Profile profile, ConstraintValidatorContext context) {
			return !Boolean.FALSE.equals(profile.agreed());
		}

	}

	@Target(ElementType.FIELD)
	@Retention(RetentionPolicy.RUNTIME)
	@Constraint(validatedBy = MultipleValidator.class)
	@interface Multiple {

		int of();

		String code() default "not_a_multiple";

		String message() default "must be a multiple of {of}";

		Class<?>[] groups() default {};

		Class<? extends Payload>[] payload() default {};

	}

	static class MultipleValidator implements ConstraintValidator<Multiple, Integer> {

		private int of;

		@Override
		public void initialize(Multiple constraint) {
			this.of = constraint.of();
		}

		@Override
		public boolean isValid(@Nullable Integer value, ConstraintValidatorContext context) {
			return value == null || value % this.of == 0;
		}

	}

	@NotNull
	@Size(min = 3)
	@ReportAsSingleViolation
	@Target(ElementType.FIELD)
	@Retention(RetentionPolicy.RUNTIME)
	@Constraint(validatedBy = {})
	@interface Article {

		String message() default "is no article number";

		Class<?>[] groups() default {};

		Class<? extends Payload>[] payload() default {};

	}

}
