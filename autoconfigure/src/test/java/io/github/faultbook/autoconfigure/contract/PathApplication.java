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
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.faultbook.ClientInput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.GroupSequence;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.validation.constraintvalidation.SupportedValidationTarget;
import jakarta.validation.constraintvalidation.ValidationTarget;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
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
import org.springframework.web.bind.annotation.MatrixVariable;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;

/**
 * An application that takes inputs of every shape.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(excludeName = {
		"org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
		"org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration",
		"org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
		"org.springframework.boot.jetty.autoconfigure.servlet.JettyServletWebServerAutoConfiguration",
		"org.springframework.boot.jetty.autoconfigure.actuate.web.server.JettyServletManagementContextAutoConfiguration" })
@Import({ PathApplication.PathController.class, PathApplication.ProxiedController.class,
		PathApplication.PathService.class })
class PathApplication {

	@Bean
	JsonMapperBuilderCustomizer mixin() {
		return (builder) -> builder.addMixIn(Mixed.class, MixedMixin.class);
	}

	@RestController
	@RequestMapping("/paths")
	public static class PathController implements Api {

		private final PathService service;

		private final jakarta.validation.Validator validator;

		PathController(PathService service, jakarta.validation.Validator validator) {
			this.service = service;
			this.validator = validator;
		}

		@InitBinder
		void validator(WebDataBinder binder) {
			if (binder.getTarget() instanceof Person) {
				binder.addValidators(new PersonValidator());
			}
		}

		@PostMapping("/names")
		void names(@Valid @RequestBody Names body) {
		}

		@PostMapping("/kebab")
		void kebab(@Valid @RequestBody Kebab body) {
		}

		@PostMapping("/mixin")
		void mixin(@Valid @RequestBody Mixed body) {
		}

		@PostMapping("/containers")
		void containers(@Valid @RequestBody Containers body) {
		}

		@PostMapping("/slice")
		void slice(@Valid @RequestBody Slice<Address> body) {
		}

		@PostMapping("/derived")
		void derived(@Valid @RequestBody Derived body) {
		}

		@PostMapping("/checkout")
		void checkout(@Valid @RequestBody Checkout body) {
		}

		@PostMapping("/payment")
		void payment(@Valid @RequestBody Payment body) {
		}

		@PostMapping("/payments")
		void payments(@RequestBody List<@Valid Payment> body) {
		}

		@PostMapping("/payment-set")
		void paymentSet(@RequestBody Set<@Valid Payment> body) {
		}

		@PostMapping("/letter")
		void letter(@Valid @RequestBody Letter body) {
		}

		@PostMapping("/contact")
		void contact(@Valid @RequestBody Contact body) {
		}

		@PostMapping("/created")
		void created(@Valid @RequestBody Created body) {
		}

		@PostMapping("/map")
		void map(@RequestBody Map<String, @Valid Address> body) {
		}

		@PostMapping("/array")
		void array(@Valid @RequestBody Address[] body) {
		}

		@PostMapping("/texts")
		void texts(@RequestBody List<@NotBlank String> body) {
		}

		@PostMapping("/several")
		void several(@Valid @RequestBody Several body) {
		}

		@PostMapping("/range")
		void range(@Valid @RequestBody Days body) {
		}

		@PostMapping("/group")
		void group(@Validated(OnCreate.class) @RequestBody Grouped body) {
		}

		@PostMapping("/sequence")
		void sequence(@Validated(InTurn.class) @RequestBody Grouped body) {
		}

		@PostMapping("/mixed")
		void mixed(@RequestParam("page-size") @Min(1) int size, @RequestBody List<@Valid Address> body,
				@RequestParam List<@Min(1) Integer> ids) {
		}

		@GetMapping("/parameters/{the-id}")
		void parameters(@PathVariable("the-id") @Min(1) int id, @MatrixVariable("depth") @Min(1) int depthOfTree,
				@RequestParam("page-size") @Min(1) int size, @Min(1) int limit,
				@RequestHeader("X-Tenant") @Size(min = 3) String tenant,
				@CookieValue("session") @Size(min = 3) String cookie) {
		}

		@Override
		public void api(int number, int id) {
		}

		@GetMapping("/together")
		@Ascending
		void together(@RequestParam @Min(0) int from, @RequestParam int to) {
		}

		@GetMapping("/search")
		void search(@Valid Search search) {
		}

		@PostMapping(path = "/form", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
		void form(@Valid @ModelAttribute Form form) {
		}

		@PostMapping("/part")
		void part(@Valid @RequestPart("meta") Address address) {
		}

		@PostMapping("/part-mixed")
		void partMixed(@Valid @RequestPart("meta") Address address, @RequestParam("page-size") @Min(1) int size) {
		}

		@ModelAttribute
		void attribute(HttpServletRequest request) {
			request.setAttribute("user", "");
		}

		@GetMapping("/attribute")
		void attribute(@RequestAttribute("user") @NotBlank String user) {
		}

		@PostMapping("/service")
		void service(@RequestBody Kebab body) {
			this.service.store(body);
		}

		@PostMapping("/service-list")
		void serviceList(@RequestBody List<Kebab> body) {
			body.forEach(this.service::store);
		}

		@GetMapping("/service-made")
		void serviceMade() {
			this.service.store(new Kebab("", new Address("")));
		}

		@GetMapping("/client-object")
		void clientObject() {
			throw new ConstraintViolationException(this.validator.validate(new Command("")));
		}

		@PostMapping("/by-validator")
		void byValidator(@Validated @RequestBody Person body) {
		}

	}

	@Validated
	@RestController
	@RequestMapping("/proxied")
	public static class ProxiedController implements Api {

		@PostMapping("/payments")
		void payments(@RequestBody List<@Valid Payment> body) {
		}

		@GetMapping("/parameters/{the-id}")
		void parameters(@PathVariable("the-id") @Min(1) int id, @MatrixVariable("depth") @Min(1) int depthOfTree,
				@RequestParam("page-size") @Min(1) int size, @Min(1) int limit,
				@RequestHeader("X-Tenant") @Size(min = 3) String tenant,
				@CookieValue("session") @Size(min = 3) String cookie) {
		}

		@Override
		public void api(int number, int id) {
		}

		@GetMapping("/together")
		@Ascending
		void together(@RequestParam @Min(0) int from, @RequestParam int to) {
		}

	}

	interface Api {

		@GetMapping("/interface/{the-id}")
		void api(@PathVariable("the-id") @Min(1) int number, @RequestParam("page-no") @Min(1) int id);

	}

	@Validated
	static class PathService {

		void store(@Valid Kebab kebab) {
		}

	}

	record Address(@NotBlank String zipCode) {

	}

	record Names(@JsonProperty("email") @NotBlank String mail, @JsonAlias("newName") @NotBlank String newName,
			@JsonProperty("homeAddress") @NotNull @Valid Address address) {

	}

	@JsonNaming(PropertyNamingStrategies.KebabCaseStrategy.class)
	record Kebab(@NotBlank String firstName, @Valid Address otherAddress) {

	}

	record Mixed(@NotBlank String firstName) {

	}

	abstract static class MixedMixin {

		@JsonProperty("given")
		abstract String firstName();

	}

	record Containers(List<@Valid Address> list, @Valid Address[] array, Set<@Valid Address> set,
			Optional<@Valid Address> maybe, Optional<@NotBlank String> text,
			Map<@NotBlank String, @Valid Address> byName, Map<Kind, @Min(1) Integer> byKind,
			Map<Integer, List<@Min(1) Integer>> byNumber, List<List<@NotBlank String>> tags) {

	}

	enum Kind {

		@JsonProperty("the-first")
		FIRST

	}

	record Slice<T>(List<@Valid T> sliceContent, @Valid T next) {

	}

	public static class Base {

		@NotBlank
		private String baseName;

		public String getBaseName() {
			return this.baseName;
		}

		public void setBaseName(String baseName) {
			this.baseName = baseName;
		}

	}

	public static class Derived extends Base {

		@NotBlank
		@JsonProperty("derived")
		private String ownName;

		private boolean nice;

		public String getOwnName() {
			return this.ownName;
		}

		@AssertTrue
		public boolean isNice() {
			return this.nice;
		}

		public void setNice(boolean nice) {
			this.nice = nice;
		}

		@NotNull
		public @Nullable URI getSiteUrl() {
			return null;
		}

	}

	@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
	@JsonSubTypes({ @JsonSubTypes.Type(value = Card.class, name = "card"),
			@JsonSubTypes.Type(value = Bank.class, name = "bank") })
	interface Payment {

	}

	record Card(@NotBlank String cardNumber, @Valid Address billingAddress) implements Payment {

	}

	record Bank(@JsonProperty("IBAN") @NotBlank String accountNumber) implements Payment {

	}

	record Checkout(@Valid Payment payment, List<@Valid Payment> others) {

	}

	public static class Letter {

		@Valid
		@JsonUnwrapped(prefix = "from_")
		private Address sender;

		@Valid
		@JsonUnwrapped(prefix = "to_")
		private Address recipient;

		public Address getSender() {
			return this.sender;
		}

		public void setSender(Address sender) {
			this.sender = sender;
		}

		public Address getRecipient() {
			return this.recipient;
		}

		public void setRecipient(Address recipient) {
			this.recipient = recipient;
		}

	}

	record MailAddress(@JsonValue @Email String value) {

		@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
		MailAddress {
		}

	}

	record Contact(@Valid MailAddress mailAddress) {

	}

	public static class Created {

		@NotBlank
		private final String inner;

		@JsonCreator
		Created(@JsonProperty("outer") String inner) {
			this.inner = inner;
		}

		public String getInner() {
			return this.inner;
		}

	}

	record Several(@NotBlank @Size(min = 3) @Pattern(regexp = "[a-z]+") @Pattern(regexp = "[^0-9]+") String code) {

	}

	@InOrder
	record Days(int firstDay, int lastDay) {

	}

	record Grouped(@NotBlank(groups = Always.class) String always, @NotBlank(groups = OnCreate.class) String onCreate) {

	}

	interface Always {

	}

	interface OnCreate {

	}

	@GroupSequence({ Always.class, OnCreate.class })
	interface InTurn {

	}

	record Search(@BindParam("search-term") @NotBlank String term, @Valid Filter filter,
			@Nullable List<@Valid Filter> filters) {

	}

	record Filter(@BindParam("max-age") @Max(10) int maxAge) {

	}

	public static class Form {

		@NotBlank
		private String firstName;

		@Valid
		private FormAddress address = new FormAddress();

		private int age;

		public String getFirstName() {
			return this.firstName;
		}

		public void setFirstName(String firstName) {
			this.firstName = firstName;
		}

		public FormAddress getAddress() {
			return this.address;
		}

		public void setAddress(FormAddress address) {
			this.address = address;
		}

		public int getAge() {
			return this.age;
		}

		public void setAge(int age) {
			this.age = age;
		}

	}

	public static class FormAddress {

		@NotBlank
		private String zipCode;

		public String getZipCode() {
			return this.zipCode;
		}

		public void setZipCode(String zipCode) {
			this.zipCode = zipCode;
		}

	}

	@ClientInput
	record Command(@NotBlank String someText) {

	}

	record Person(String firstName, Address address) {

	}

	static class PersonValidator implements Validator {

		@Override
		public boolean supports(Class<?> type) {
			return type == Person.class;
		}

		@Override
		public void validate(Object target, Errors errors) {
			errors.rejectValue("address.zipCode", "odd");
			errors.rejectValue("firstName", "odd");
		}

	}

	@Target(ElementType.TYPE)
	@Retention(RetentionPolicy.RUNTIME)
	@Constraint(validatedBy = InOrderValidator.class)
	@interface InOrder {

		String message() default "must be in order";

		Class<?>[] groups() default {};

		Class<? extends Payload>[] payload() default {};

	}

	static class InOrderValidator implements ConstraintValidator<InOrder, Days> {

		@Override
		public boolean isValid(Days days, ConstraintValidatorContext context) {
			context.buildConstraintViolationWithTemplate("must not be first")
				.addPropertyNode("lastDay")
				.addConstraintViolation();
			return days.firstDay() <= days.lastDay();
		}

	}

	@Target(ElementType.METHOD)
	@Retention(RetentionPolicy.RUNTIME)
	@Constraint(validatedBy = AscendingValidator.class)
	@interface Ascending {

		String message() default "must ascend";

		Class<?>[] groups() default {};

		Class<? extends Payload>[] payload() default {};

	}

	@SupportedValidationTarget(ValidationTarget.PARAMETERS)
	static class AscendingValidator implements ConstraintValidator<Ascending, Object[]> {

		@Override
		public boolean isValid(Object[] arguments, ConstraintValidatorContext context) {
			return (int) arguments[0] <= (int) arguments[1];
		}

	}

}
